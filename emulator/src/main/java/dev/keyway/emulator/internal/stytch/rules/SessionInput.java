package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Sets;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.StytchSession;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks about sessions.
 *
 * @param existing the live session that was sent; null when none was
 * @param duration how long the session should last from now on; null when that was not said
 * @param claims the change of its custom claims
 */
public record SessionInput(
    @Nullable StytchSession existing, @Nullable Duration duration, ObjectNode claims) {
  /** What it refuses a request with. */
  public static final Set<StytchError> ERRORS =
      Sets.union(
              SessionTokens.ERRORS,
              Set.of(
                  StytchError.TOO_MANY_SESSION_ARGUMENTS,
                  StytchError.INVALID_SESSION_DURATION,
                  StytchError.INVALID_SESSION_DURATION_MINUTES,
                  StytchError.CUSTOM_CLAIMS_TOO_LARGE))
          .immutableCopy();

  private static final int SHORTEST_MINUTES = 5;
  private static final int LONGEST_MINUTES = 527_040;

  /**
   * Reads and checks it, before anything is used up.
   *
   * @throws StytchFailure if it is out of form, or the session that was sent is dead
   */
  public static SessionInput of(StytchCall call) {
    Duration duration = duration(call);
    ObjectNode claims = call.body().map("session_custom_claims").orElseGet(Json::object);
    CustomClaims.requireSize(claims);
    StytchSession existing = existing(call).orElse(null);
    if (existing != null) {
      CustomClaims.requireSize(CustomClaims.merge(existing.customClaims, claims));
    }
    return new SessionInput(existing, duration, claims);
  }

  /** The live session that a body names by its token or its JWT. */
  static Optional<StytchSession> existing(StytchCall call) {
    Optional<String> token = call.body().optionalText("session_token");
    Optional<String> jwt = call.body().optionalText("session_jwt");
    if (token.isPresent() && jwt.isPresent()) {
      throw StytchError.TOO_MANY_SESSION_ARGUMENTS.failure();
    }
    return token
        .map(value -> SessionTokens.byToken(call.project(), value))
        .or(() -> jwt.map(value -> SessionTokens.byJwt(call.project(), value)));
  }

  /** How long a session should last; null when that was not said. */
  static @Nullable Duration duration(StytchCall call) {
    OptionalInt minutes = call.body().whole("session_duration_minutes");
    if (minutes.isEmpty()) {
      return null;
    }
    if (minutes.getAsInt() < SHORTEST_MINUTES || minutes.getAsInt() > LONGEST_MINUTES) {
      throw StytchError.INVALID_SESSION_DURATION_MINUTES.failure();
    }
    Duration duration = Duration.ofMinutes(minutes.getAsInt());
    if (duration.compareTo(call.project().settings().longestSession()) > 0) {
      throw StytchError.INVALID_SESSION_DURATION.failure();
    }
    return duration;
  }

  /** The session that was sent, if it is {@code user}'s; another user's is ignored. */
  Optional<StytchSession> existingOf(StytchUser user) {
    return Optional.ofNullable(existing).filter(session -> session.userId().equals(user.id()));
  }
}
