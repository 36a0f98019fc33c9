@NullMarked
package dev.keyway.emulator.stackauth;

import org.jspecify.annotations.NullMarked;
