/** What a Stytch project keeps. The lowest layer: sees no request. */
@NullMarked
package dev.keyway.emulator.internal.stytch.state;

import org.jspecify.annotations.NullMarked;
