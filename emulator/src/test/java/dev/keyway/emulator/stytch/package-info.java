@NullMarked
package dev.keyway.emulator.stytch;

import org.jspecify.annotations.NullMarked;
