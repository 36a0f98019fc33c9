package dev.keyway;

import java.net.URI;
import java.time.Instant;

/**
 * An OAuth sign-in that waits for its browser.
 *
 * @param location where to send the browser
 * @param handle holds the state and the PKCE verifier; keep it in the browser's {@code HttpOnly}
 *     cookie until it comes back
 * @param expiresAt when the flow ends
 */
public record OAuthAuthorization(URI location, ChallengeHandle handle, Instant expiresAt) {

  /** All are required. */
  public OAuthAuthorization {
    Arguments.notNull(location, "location");
    Arguments.notNull(handle, "handle");
    Arguments.notNull(expiresAt, "expiresAt");
  }

  /** Without the location's query, which holds the state. */
  @Override
  public String toString() {
    return "OAuthAuthorization[" + location.getRawAuthority() + ", expiresAt=" + expiresAt + "]";
  }
}
