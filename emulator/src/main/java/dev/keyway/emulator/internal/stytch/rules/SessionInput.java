package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.VendorError;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.StytchSession;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
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
  public static final Field<String> SESSION_TOKEN = Field.text("session_token");

  public static final Field<String> SESSION_JWT = Field.text("session_jwt");

  public static final Field<String> TELEMETRY_ID = Field.text("telemetry_id");

  public static final Field<BigDecimal> DURATION_MINUTES = Bodies.whole("session_duration_minutes");

  public static final Field<ObjectNode> CUSTOM_CLAIMS = Field.tree("session_custom_claims");

  /** What every call that may start or join a session accepts. */
  public static final List<Field<?>> FIELDS =
      List.of(SESSION_TOKEN, SESSION_JWT, TELEMETRY_ID, DURATION_MINUTES, CUSTOM_CLAIMS);

  /** What it refuses a request with. */
  public static final Set<StytchError> ERRORS =
      VendorError.union(
          SessionTokens.ERRORS,
          Set.of(
              StytchError.TOO_MANY_SESSION_ARGUMENTS,
              StytchError.INVALID_SESSION_DURATION,
              StytchError.INVALID_SESSION_DURATION_MINUTES,
              StytchError.SESSION_NOT_MUTABLE,
              StytchError.CUSTOM_CLAIMS_TOO_LARGE));

  /** What a call accepts that starts a session and joins none. */
  public static final List<Field<?>> STARTING_FIELDS =
      List.of(DURATION_MINUTES, CUSTOM_CLAIMS, TELEMETRY_ID);

  /** What it refuses a request with. */
  public static final Set<StytchError> STARTING_ERRORS =
      Set.of(
          StytchError.INVALID_SESSION_DURATION,
          StytchError.INVALID_SESSION_DURATION_MINUTES,
          StytchError.CUSTOM_CLAIMS_TOO_LARGE);

  private static final int SHORTEST_MINUTES = 5;
  private static final int LONGEST_MINUTES = 527_040;

  /**
   * Reads and checks it, before anything is used up.
   *
   * @throws StytchFailure if it is out of form, or the session that was sent is dead
   */
  public static SessionInput of(StytchCall call) {
    Duration duration = duration(call);
    ObjectNode claims = call.find(CUSTOM_CLAIMS).orElseGet(Json::object);
    CustomClaims.requireSize(claims);
    StytchSession existing = existing(call).orElse(null);
    if (existing != null) {
      if (duration != null && existing.impersonated()) {
        throw StytchError.SESSION_NOT_MUTABLE.failure();
      }
      CustomClaims.requireSize(CustomClaims.merge(existing.customClaims, claims));
    }
    return new SessionInput(existing, duration, claims);
  }

  /** The same of a call that joins no session. */
  public static SessionInput starting(StytchCall call) {
    ObjectNode claims = call.find(CUSTOM_CLAIMS).orElseGet(Json::object);
    CustomClaims.requireSize(claims);
    return new SessionInput(null, duration(call), claims);
  }

  /** The live session that a body names by its token or its JWT. */
  static Optional<StytchSession> existing(StytchCall call) {
    Optional<String> token = call.find(SESSION_TOKEN);
    Optional<String> jwt = call.find(SESSION_JWT);
    if (token.isPresent() && jwt.isPresent()) {
      throw StytchError.TOO_MANY_SESSION_ARGUMENTS.failure();
    }
    return token
        .map(value -> SessionTokens.byToken(call.project(), value))
        .or(() -> jwt.map(value -> SessionTokens.byJwt(call.project(), value)));
  }

  /** How long a session should last; null when that was not said. */
  static @Nullable Duration duration(StytchCall call) {
    OptionalInt minutes = call.whole(DURATION_MINUTES);
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
