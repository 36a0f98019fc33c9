package dev.keyway.emulator.internal.idp;

import dev.keyway.emulator.SocialAccount;
import java.time.Instant;
import java.util.List;

/**
 * What a person granted.
 *
 * @param provider the social provider, for example {@code google}
 * @param account whose account it is
 * @param scopes what was asked for
 * @param accessToken for the provider's own API
 * @param refreshToken for the next access token
 * @param expiresAt when the access token ends
 */
public record Grant(
    String provider,
    SocialAccount account,
    List<String> scopes,
    String accessToken,
    String refreshToken,
    Instant expiresAt) {
  /** Copies the scopes. */
  public Grant {
    scopes = List.copyOf(scopes);
  }

  /** Whose grant it is, no token. */
  @Override
  public String toString() {
    return "Grant[" + provider + ", " + account.subject() + "]";
  }
}
