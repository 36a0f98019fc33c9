/** The settings of a Stytch project: what its dashboard would change. */
@NullMarked
package dev.keyway.emulator.stytch;

import org.jspecify.annotations.NullMarked;
