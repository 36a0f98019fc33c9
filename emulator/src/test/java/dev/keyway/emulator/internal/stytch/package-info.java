/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.stytch;

import org.jspecify.annotations.NullMarked;
