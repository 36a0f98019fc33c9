/**
 * The social providers behind both vendors, as one small OAuth 2.0 server (RFC 6749) per world that
 * plays all of them. Internal to the emulator.
 *
 * <p>A front sends the browser to {@link dev.keyway.emulator.oauth.IdentityProvider#authorizeUrl},
 * gets it back at its own callback with {@code state} and either {@code code} or {@code error}, and
 * turns the code into a {@link dev.keyway.emulator.oauth.Grant} by {@link
 * dev.keyway.emulator.oauth.IdentityProvider#redeem}.
 */
@NullMarked
package dev.keyway.emulator.oauth;

import org.jspecify.annotations.NullMarked;
