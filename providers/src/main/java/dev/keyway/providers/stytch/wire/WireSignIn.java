package dev.keyway.providers.stytch.wire;

import dev.keyway.AccessToken;
import dev.keyway.RenewalToken;
import dev.keyway.SessionTokens;
import dev.keyway.providers.http.Answer;
import org.jspecify.annotations.Nullable;

/** What every route that authenticates answers with, but OAuth's. */
public record WireSignIn(
    WireUser user, String sessionToken, String sessionJwt, @Nullable WireSession session) {

  /** The session, which is there whenever a duration or a session was sent along. */
  public WireSession requiredSession() {
    if (session == null || sessionToken.isBlank() || sessionJwt.isBlank()) {
      throw InvalidResponse.of("without the session that was asked for");
    }
    Answer.requireAbout(user.userId(), session.userId());
    return session;
  }

  public SessionTokens tokens() {
    requiredSession();
    return new SessionTokens(AccessToken.of(sessionJwt), RenewalToken.of(sessionToken));
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "WireSignIn[" + user + "]";
  }
}
