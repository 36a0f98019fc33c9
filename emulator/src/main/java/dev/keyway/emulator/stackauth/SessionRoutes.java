package dev.keyway.emulator.stackauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.Session;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Json;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /auth/sessions}. */
final class SessionRoutes implements StackRoutes {
  private static final long LONGEST_LIFE_MILLIS = Duration.ofDays(367).toMillis();

  private final AccessTokens tokens;
  private final SignIns signIns;

  @Inject
  SessionRoutes(AccessTokens tokens, SignIns signIns) {
    this.tokens = tokens;
    this.signIns = signIns;
  }

  @Override
  public void addTo(StackRouteTable routes) {
    routes
        .post("/auth/sessions", "stackauth.session.create")
        .serverOnly()
        .body(
            Schema.object()
                .required("user_id", Rules.userId())
                .optional("expires_in_millis", Rules.integer(Long.MIN_VALUE, LONGEST_LIFE_MILLIS))
                .optional("is_impersonation", Rules.bool()))
        .answers(this::create);
    Schema ofUser = Schema.object().required("user_id", Rules.userId());
    routes.get("/auth/sessions", "stackauth.session.list").query(ofUser).answers(this::list);
    routes
        .delete("/auth/sessions/{id}", "stackauth.session.delete")
        .query(ofUser)
        .answers(this::delete);
    routes.delete("/auth/sessions/current", "stackauth.session.sign-out").answers(this::signOut);
    routes
        .post("/auth/sessions/current/refresh", "stackauth.session.refresh")
        .header("refresh-token")
        .answers(this::refresh);
  }

  private Answer create(StackCall call) {
    StackAuthProject project = call.project();
    String userId = call.userId(call.text("user_id"));
    long millis = call.body().path("expires_in_millis").asLong(SignIns.SESSION_LIFE.toMillis());
    if (millis <= 0) {
      throw new IllegalStateException("A session cannot end before it begins");
    }
    StackUser user =
        project
            .people()
            .byId(userId)
            .orElseThrow(() -> KnownError.USER_ID_DOES_NOT_EXIST.failure("user_id", userId));
    StackSession session =
        signIns.newSession(
            project,
            user,
            Duration.ofMillis(millis),
            call.body().path("is_impersonation").booleanValue());
    return StackAnswers.ok(
        Json.object()
            .put("refresh_token", session.token())
            .put("access_token", tokens.issue(project, user, session)));
  }

  private Answer list(StackCall call) {
    String named = call.queryText("user_id").orElseThrow();
    if (call.fromClient() && !call.userId(named).equals(call.me().id())) {
      throw StackFailure.text(403, "Client can only list sessions for their own user.");
    }
    List<StackSession> sessions =
        new ArrayList<>(call.project().sessions().ofUser(call.userId(named)));
    // Newest first; of two that began in the same millisecond, the later one.
    Collections.reverse(sessions);
    sessions.sort(Comparator.comparing(Session::createdAt).reversed());
    return StackAnswers.list(
        sessions.stream()
            .filter(session -> !session.impersonation() || call.accessType() == AccessType.ADMIN)
            .map(session -> view(session, call.token()))
            .toList());
  }

  private static ObjectNode view(StackSession session, Optional<AccessTokenClaims> token) {
    return Json.object()
        .put("id", session.id())
        .put("user_id", session.userId())
        .put("created_at", session.createdAt().toEpochMilli())
        .put("last_used_at", session.lastUsedAt().toEpochMilli())
        .put("is_impersonation", session.impersonation())
        .put("is_current_session", isOf(token, session));
  }

  private Answer delete(StackCall call) {
    StackSession session =
        call.project()
            .sessions()
            .byId(call.path("id"))
            .filter(found -> !call.fromClient() || isOwn(call, found))
            .orElseThrow(() -> StackFailure.text(404, "Session not found."));
    if (isOf(call.token(), session)) {
      throw KnownError.CANNOT_DELETE_CURRENT_SESSION.failure();
    }
    call.project().sessions().revoke(session);
    return StackAnswers.success();
  }

  private Answer signOut(StackCall call) {
    AccessTokenClaims token = call.token().orElseThrow(SessionRoutes::noTokenAtAll);
    StackSession session =
        call.project()
            .sessions()
            .byId(token.sessionId())
            .orElseThrow(KnownError.REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED::failure);
    call.project().sessions().revoke(session);
    return StackAnswers.success();
  }

  /** Odd, but so: a token that was never sent has expired, nobody knows when. */
  private static StackFailure noTokenAtAll() {
    JsonNode unknown = NullNode.getInstance();
    ObjectNode details = Json.object();
    for (String key : KnownError.ACCESS_TOKEN_EXPIRED.detailKeys()) {
      details.set(key, unknown);
    }
    return KnownError.ACCESS_TOKEN_EXPIRED.failure(details);
  }

  private Answer refresh(StackCall call) {
    String refreshToken = call.headers().get("refresh-token").orElseThrow();
    return StackAnswers.ok(
        Json.object().put("access_token", tokens.refreshed(call.project(), refreshToken)));
  }

  private static boolean isOwn(StackCall call, StackSession session) {
    return call.user().filter(user -> user.id().equals(session.userId())).isPresent();
  }

  private static boolean isOf(Optional<AccessTokenClaims> token, StackSession session) {
    return token.filter(claims -> claims.sessionId().equals(session.id())).isPresent();
  }
}
