/** An area of Stytch: sessions. */
@NullMarked
package dev.keyway.emulator.internal.stytch.session;

import org.jspecify.annotations.NullMarked;
