/** An area of Stytch: magic links. */
@NullMarked
package dev.keyway.emulator.internal.stytch.magiclink;

import org.jspecify.annotations.NullMarked;
