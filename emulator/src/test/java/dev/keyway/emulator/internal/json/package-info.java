@NullMarked
package dev.keyway.emulator.internal.json;

import org.jspecify.annotations.NullMarked;
