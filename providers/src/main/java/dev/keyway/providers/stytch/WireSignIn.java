package dev.keyway.providers.stytch;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.keyway.AccessToken;
import dev.keyway.RenewalToken;
import dev.keyway.SessionTokens;
import org.jspecify.annotations.Nullable;

/**
 * What every route that authenticates answers with. OAuth's calls the session {@code user_session}.
 */
record WireSignIn(
    WireUser user,
    String sessionToken,
    String sessionJwt,
    @JsonAlias("user_session") @Nullable WireSession session) {

  /** The session, which is there whenever a duration or a session was sent along. */
  WireSession requiredSession() {
    if (session == null || sessionToken.isBlank() || sessionJwt.isBlank()) {
      throw Checks.invalidResponse("without the session that was asked for");
    }
    return session;
  }

  SessionTokens tokens() {
    requiredSession();
    return new SessionTokens(AccessToken.of(sessionJwt), RenewalToken.of(sessionToken));
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "WireSignIn[" + user + "]";
  }
}
