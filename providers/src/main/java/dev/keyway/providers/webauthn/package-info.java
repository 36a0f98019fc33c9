/**
 * What has to be read of WebAuthn's JSON before it is passed on.
 *
 * <p>Internal: not for use outside this module, and free to change at any time.
 */
@NullMarked
package dev.keyway.providers.webauthn;

import org.jspecify.annotations.NullMarked;
