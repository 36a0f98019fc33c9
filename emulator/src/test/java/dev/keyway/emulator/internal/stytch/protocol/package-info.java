/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.stytch.protocol;

import org.jspecify.annotations.NullMarked;
