@NullMarked
package dev.keyway.emulator.core;

import org.jspecify.annotations.NullMarked;
