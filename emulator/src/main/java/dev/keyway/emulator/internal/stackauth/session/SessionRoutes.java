package dev.keyway.emulator.internal.stackauth.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.stackauth.protocol.AccessTokens;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.SignIns;
import dev.keyway.emulator.internal.stackauth.state.AccessTokenClaims;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthSession;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Session;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /auth/sessions}. */
public final class SessionRoutes implements RouteArea<StackAuthRouteBook> {
  private static final long LONGEST_LIFE_MILLIS = Duration.ofDays(367).toMillis();

  private static final Field<String> USER_ID = Fields.userId("user_id");
  private static final Field<Long> EXPIRES_IN =
      Field.of("expires_in_millis", Type.integer(Long.MIN_VALUE, LONGEST_LIFE_MILLIS));
  private static final Field<Boolean> IMPERSONATION = Field.flag("is_impersonation");

  private final AccessTokens tokens;
  private final SignIns signIns;

  @Inject
  SessionRoutes(AccessTokens tokens, SignIns signIns) {
    this.tokens = tokens;
    this.signIns = signIns;
  }

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.session.create")
        .serverOnly()
        .takes(USER_ID.required(), EXPIRES_IN, IMPERSONATION)
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER, KnownError.USER_ID_DOES_NOT_EXIST)
        .breaksOn("an expires_in_millis of 0 or below")
        .answers(this::create);
    book.on("stackauth.session.list")
        .asks(USER_ID.required())
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::list);
    book.on("stackauth.session.delete")
        .asks(USER_ID.required())
        .fails(KnownError.CANNOT_DELETE_CURRENT_SESSION)
        .answers(this::delete);
    book.on("stackauth.session.sign-out")
        .fails(KnownError.REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED)
        .answers(this::signOut);
    book.on("stackauth.session.refresh")
        .header("refresh-token")
        .fails(KnownError.REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED)
        .answers(this::refresh);
  }

  private Response create(StackAuthCall call) {
    StackAuthProject project = call.project();
    String userId = call.userId(call.get(USER_ID));
    long millis = call.find(EXPIRES_IN).orElse(SignIns.SESSION_LIFE.toMillis());
    if (millis <= 0) {
      throw StackAuthFailure.uncaught("expires_in_millis is not above 0.");
    }
    StackAuthUser user =
        project
            .users()
            .byId(userId)
            .orElseThrow(() -> KnownError.USER_ID_DOES_NOT_EXIST.failure("user_id", userId));
    StackAuthSession session =
        signIns.newSession(project, user, Duration.ofMillis(millis), call.isSet(IMPERSONATION));
    return StackAuthResponses.ok(
        Json.object()
            .put("refresh_token", session.token())
            .put("access_token", tokens.issue(project, user, session)));
  }

  private Response list(StackAuthCall call) {
    String named = call.parameter(USER_ID).orElseThrow();
    if (call.fromClient() && !call.userId(named).equals(call.me().id())) {
      throw StackAuthFailure.text(403, "Client can only list sessions for their own user.");
    }
    List<StackAuthSession> sessions =
        new ArrayList<>(call.project().sessions().ofUser(call.userId(named)));
    // Newest first; of two that began in the same millisecond, the later one.
    Collections.reverse(sessions);
    sessions.sort(Comparator.comparing(Session::createdAt).reversed());
    return StackAuthResponses.list(
        sessions.stream()
            .filter(session -> !session.impersonation() || call.accessType() == AccessType.ADMIN)
            .map(session -> view(session, call.token()))
            .toList());
  }

  private static ObjectNode view(StackAuthSession session, Optional<AccessTokenClaims> token) {
    return Json.object()
        .put("id", session.id())
        .put("user_id", session.userId())
        .put("created_at", session.createdAt().toEpochMilli())
        .put("last_used_at", session.lastUsedAt().toEpochMilli())
        .put("is_impersonation", session.impersonation())
        .put("is_current_session", isOf(token, session));
  }

  private Response delete(StackAuthCall call) {
    StackAuthSession session =
        call.project()
            .sessions()
            .byId(call.path("id"))
            .filter(found -> !call.fromClient() || isOwn(call, found))
            .orElseThrow(
                () ->
                    StackAuthFailure.text(404, "Session not found.").meaning("SESSION_NOT_FOUND"));
    if (isOf(call.token(), session)) {
      throw KnownError.CANNOT_DELETE_CURRENT_SESSION.failure();
    }
    call.project().sessions().revoke(session);
    return StackAuthResponses.success();
  }

  private Response signOut(StackAuthCall call) {
    AccessTokenClaims token = call.token().orElseThrow(SessionRoutes::noTokenAtAll);
    StackAuthSession session =
        call.project()
            .sessions()
            .byId(token.sessionId())
            .orElseThrow(KnownError.REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED::failure);
    call.project().sessions().revoke(session);
    return StackAuthResponses.success();
  }

  /** Odd, but so: a token that was never sent has expired, nobody knows when. */
  private static StackAuthFailure noTokenAtAll() {
    JsonNode unknown = NullNode.getInstance();
    ObjectNode details = Json.object();
    for (String key : KnownError.ACCESS_TOKEN_EXPIRED.detailKeys()) {
      details.set(key, unknown);
    }
    return KnownError.ACCESS_TOKEN_EXPIRED.failure(details);
  }

  private Response refresh(StackAuthCall call) {
    String refreshToken = call.headers().get("refresh-token").orElseThrow();
    return StackAuthResponses.ok(
        Json.object().put("access_token", tokens.refreshed(call.project(), refreshToken)));
  }

  private static boolean isOwn(StackAuthCall call, StackAuthSession session) {
    return call.user().filter(user -> user.id().equals(session.userId())).isPresent();
  }

  private static boolean isOf(Optional<AccessTokenClaims> token, StackAuthSession session) {
    return token.filter(claims -> claims.sessionId().equals(session.id())).isPresent();
  }
}
