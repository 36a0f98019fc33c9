/** Stytch, plugged in: its modules, its service and its users seen from outside. */
@NullMarked
package dev.keyway.emulator.internal.stytch;

import org.jspecify.annotations.NullMarked;
