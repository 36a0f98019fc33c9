package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Json;
import jakarta.inject.Inject;

/** {@code /auth/sessions}. */
final class SessionRoutes implements StackRoutes {
  private final AccessTokens tokens;

  @Inject
  SessionRoutes(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void addTo(StackRouteTable routes) {
    routes
        .post("/auth/sessions/current/refresh", "stackauth.session.refresh")
        .header("refresh-token")
        .answers(this::refresh);
  }

  private Answer refresh(StackCall call) {
    StackAuthProject project = call.project();
    StackSession session = liveSession(project, call.headers().get("refresh-token").orElseThrow());
    StackUser user =
        project
            .people()
            .byId(session.userId())
            .orElseThrow(KnownError.REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED::failure);
    session.usedAt(project.now());
    user.lastActiveAt = project.now();
    return StackAnswers.ok(Json.object().put("access_token", tokens.issue(project, user, session)));
  }

  static StackSession liveSession(StackAuthProject project, String refreshToken) {
    return project
        .sessions()
        .byToken(refreshToken)
        .filter(session -> session.livesAt(project.now()))
        .orElseThrow(KnownError.REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED::failure);
  }
}
