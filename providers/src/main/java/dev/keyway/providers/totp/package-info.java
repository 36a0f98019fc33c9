/**
 * Authenticator apps: keys, codes (RFC 6238) and QR codes.
 *
 * <p>Internal: public for the other packages of this module only, and subject to change.
 */
@NullMarked
package dev.keyway.providers.totp;

import org.jspecify.annotations.NullMarked;
