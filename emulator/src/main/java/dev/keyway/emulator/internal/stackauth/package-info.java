/** Stack Auth, plugged in: its modules, its service and its users seen from outside. */
@NullMarked
package dev.keyway.emulator.internal.stackauth;

import org.jspecify.annotations.NullMarked;
