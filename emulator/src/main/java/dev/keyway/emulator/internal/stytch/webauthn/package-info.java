/** An area of Stytch: passkeys. */
@NullMarked
package dev.keyway.emulator.internal.stytch.webauthn;

import org.jspecify.annotations.NullMarked;
