@NullMarked
package dev.keyway.emulator.http;

import org.jspecify.annotations.NullMarked;
