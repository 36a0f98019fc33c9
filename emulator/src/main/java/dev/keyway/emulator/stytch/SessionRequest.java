package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * The session block that most endpoints share: which session to extend, how long it shall last,
 * which claims it shall carry. Read it before any code is used up, {@link #finish} it after the
 * factor was proved.
 */
final class SessionRequest {
  private static final int MIN_MINUTES = 5;
  private static final int MAX_MINUTES = 527_040;
  private static final int MAX_CLAIM_BYTES = 4096;

  private final StytchProject project;
  private final Optional<StytchSession> existing;
  private final Optional<Duration> duration;
  private final Optional<ObjectNode> claims;

  private SessionRequest(
      StytchProject project,
      Optional<StytchSession> existing,
      Optional<Duration> duration,
      Optional<ObjectNode> claims) {
    this.project = project;
    this.existing = existing;
    this.duration = duration;
    this.claims = claims;
  }

  /** Reads the whole block. A dead session is an error, whatever else the request holds. */
  static SessionRequest read(StytchCall call) {
    Optional<String> token = call.optionalText("session_token").filter(t -> !t.isEmpty());
    Optional<String> jwt = call.optionalText("session_jwt").filter(t -> !t.isEmpty());
    if (token.isPresent() && jwt.isPresent()) {
      throw StytchError.TOO_MANY_SESSION_ARGUMENTS.failure();
    }
    SessionRequest fresh = readWithoutExisting(call);
    Optional<StytchSession> existing =
        token
            .map(t -> SessionTokens.byToken(call.project(), t))
            .or(() -> jwt.map(j -> SessionTokens.byJwt(call.project(), j)));
    return new SessionRequest(call.project(), existing, fresh.duration, fresh.claims);
  }

  /** Reads the block of endpoints that begin sessions and cannot extend one. */
  static SessionRequest readWithoutExisting(StytchCall call) {
    Optional<Duration> duration =
        call.optionalInt("session_duration_minutes").map(m -> checked(call.project(), m));
    return new SessionRequest(
        call.project(), Optional.empty(), duration, call.optionalObject("session_custom_claims"));
  }

  /** The session that the request names. */
  Optional<StytchSession> existing() {
    return existing;
  }

  /** How long the session shall last from now. */
  Optional<Duration> duration() {
    return duration;
  }

  /**
   * Ends a request that proved a factor: begins or extends a session if that was asked for, and
   * returns {@code user_id}, {@code user}, {@code session_token}, {@code session_jwt} and {@code
   * session}. Without a session and a duration there is none, and both tokens are empty.
   */
  ObjectNode finish(StytchUser user, Factor factor) {
    UserLocks.succeeded(user);
    user.pending = false;
    // A session of somebody else is not extended; the request is taken as if it named none.
    Optional<StytchSession> own = existing.filter(s -> s.userId().equals(user.id()));
    Optional<StytchSession> session = own.or(() -> duration.map(life -> begin(user, life)));
    session.ifPresent(s -> s.prove(factor));
    session.ifPresent(this::touch);
    return answer(project, user, session);
  }

  /** Brings a session up to date: its end, its claims, when it was last used. */
  void touch(StytchSession session) {
    duration.ifPresent(
        life -> {
          if (session.impersonated()) {
            throw StytchError.SESSION_NOT_MUTABLE.failure();
          }
          session.expiresAt(project.now().plus(life));
        });
    claims.ifPresent(patch -> session.customClaims(merged(session.customClaims(), patch)));
    session.usedAt(project.now());
  }

  /** The session block of an answer. */
  static ObjectNode answer(
      StytchProject project, StytchUser user, Optional<StytchSession> session) {
    ObjectNode json = Json.object().put("user_id", user.id());
    json.set("user", UserView.of(user, project.now()));
    json.put("session_token", session.map(StytchSession::token).orElse(""));
    json.put("session_jwt", session.map(s -> SessionTokens.jwt(project, s)).orElse(""));
    json.set("session", session.map(SessionView::of).orElse(null));
    json.putNull("user_device");
    return json;
  }

  private StytchSession begin(StytchUser user, Duration life) {
    StytchSession session =
        new StytchSession(
            project.newId("session"),
            user.id(),
            project.newToken(),
            project.now(),
            project.now().plus(life),
            user.roles);
    project.sessions().add(session);
    return session;
  }

  private static Duration checked(StytchProject project, int minutes) {
    if (minutes < MIN_MINUTES || minutes > MAX_MINUTES) {
      throw StytchError.INVALID_SESSION_DURATION_MINUTES.failure();
    }
    Duration duration = Duration.ofMinutes(minutes);
    if (duration.compareTo(project.settings().maxSessionDuration()) > 0) {
      throw StytchError.INVALID_SESSION_DURATION.failure();
    }
    return duration;
  }

  /** Null deletes a key; the names of the standard claims are ignored. */
  private static ObjectNode merged(ObjectNode current, ObjectNode patch) {
    ObjectNode merged = current.deepCopy();
    patch
        .properties()
        .forEach(
            claim -> {
              if (claim.getValue().isNull()) {
                merged.remove(claim.getKey());
              } else if (!SessionTokens.RESERVED.contains(claim.getKey())
                  && !claim.getKey().equals(SessionTokens.SESSION_CLAIM)) {
                merged.set(claim.getKey(), claim.getValue());
              }
            });
    if (MetadataRules.bytes(merged) > MAX_CLAIM_BYTES) {
      throw StytchError.CUSTOM_CLAIMS_TOO_LARGE.failure();
    }
    return merged;
  }
}
