package dev.keyway;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The identity provider's own tokens, for calls to its API on the user's behalf.
 *
 * @param accessToken the access token
 * @param refreshToken the refresh token, if it gave one
 * @param idToken the OpenID Connect id token, if it gave one
 * @param scopes the scopes granted, as far as known
 * @param expiresAt when the access token expires, if known
 */
public record OAuthTokens(
    Secret accessToken,
    Optional<Secret> refreshToken,
    Optional<Secret> idToken,
    Set<String> scopes,
    Optional<Instant> expiresAt) {

  /** Copies the scopes. */
  public OAuthTokens {
    Arguments.notNull(accessToken, "accessToken");
    Arguments.notNull(refreshToken, "refreshToken");
    Arguments.notNull(idToken, "idToken");
    scopes = Arguments.copySet(scopes, "scopes");
    Arguments.notNull(expiresAt, "expiresAt");
  }
}
