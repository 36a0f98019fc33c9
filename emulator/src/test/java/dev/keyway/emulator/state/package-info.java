@NullMarked
package dev.keyway.emulator.state;

import org.jspecify.annotations.NullMarked;
