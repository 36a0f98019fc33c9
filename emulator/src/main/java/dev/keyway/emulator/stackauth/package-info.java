/** The settings of a Stack Auth project: what its dashboard would change. */
@NullMarked
package dev.keyway.emulator.stackauth;

import org.jspecify.annotations.NullMarked;
