/** Verification of WebAuthn, the server's side. A leaf that knows no vendor. */
@NullMarked
package dev.keyway.emulator.internal.webauthn;

import org.jspecify.annotations.NullMarked;
