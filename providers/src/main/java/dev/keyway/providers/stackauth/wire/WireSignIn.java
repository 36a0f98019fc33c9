package dev.keyway.providers.stackauth.wire;

import dev.keyway.AccessToken;
import dev.keyway.RenewalToken;
import dev.keyway.SessionTokens;
import org.jspecify.annotations.Nullable;

/** What every route that signs in answers with; the password routes leave the last one out. */
public record WireSignIn(
    AccessToken accessToken, RenewalToken refreshToken, @Nullable Boolean isNewUser) {

  public SessionTokens tokens() {
    return new SessionTokens(accessToken, refreshToken);
  }
}
