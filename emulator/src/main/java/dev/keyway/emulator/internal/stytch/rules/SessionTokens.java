package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.SessionClaims;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchSession;
import dev.keyway.emulator.internal.token.CompactJws;
import dev.keyway.emulator.internal.token.SigningKey;
import dev.keyway.emulator.internal.token.VerifiedTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Session tokens and session JWTs: made here, and traced back to their session here. */
public final class SessionTokens {
  /** What a token or a JWT is refused with. */
  public static final Set<StytchError> ERRORS =
      Set.of(
          StytchError.SESSION_NOT_FOUND,
          StytchError.UNABLE_TO_PARSE_SESSION_JWT,
          StytchError.JWT_INVALID_ISSUER,
          StytchError.JWT_INVALID_AUDIENCE,
          StytchError.JWT_INVALID_CLAIMS);

  /** The {@code typ} in the header of a JWT. */
  public static final String TYPE = "JWT";

  static final String SESSION_CLAIM = "https://stytch.com/session";
  private static final Duration JWT_LIFE = Duration.ofMinutes(5);

  private SessionTokens() {}

  /** A JWT for a session, a snapshot of it as it is now. */
  static String jwt(StytchProject project, StytchSession session, List<String> roles) {
    SigningKey key = project.keys().signing();
    VerifiedTokens<SessionClaims> verified = project.verifiedTokens();
    long era = verified.era();
    return key.signLater(
        TYPE,
        Json.write(claims(project, session, roles)),
        token -> verified.remember(token, new SessionClaims(session.id()), era));
  }

  /** What a JWT says that is made now. */
  public static ObjectNode claims(
      StytchProject project, StytchSession session, List<String> roles) {
    Instant now = project.now();
    ObjectNode claims = session.customClaims.deepCopy();
    claims.put("iss", issuer(project)).put("sub", session.userId());
    claims.putArray("aud").add(project.id());
    claims
        .put("iat", now.getEpochSecond())
        .put("nbf", now.getEpochSecond())
        .put("exp", now.plus(JWT_LIFE).getEpochSecond());
    claims.set(SESSION_CLAIM, SessionView.claim(session, roles));
    return claims;
  }

  /**
   * The live session that a token belongs to.
   *
   * @throws StytchFailure {@code session_not_found}
   */
  public static StytchSession byToken(StytchProject project, String token) {
    return alive(project, project.sessions().byToken(token));
  }

  /**
   * The live session that a JWT belongs to; the JWT itself may have expired.
   *
   * @throws StytchFailure {@code unable_to_parse_session_jwt}, {@code jwt_invalid_…} or {@code
   *     session_not_found}
   */
  public static StytchSession byJwt(StytchProject project, String jwt) {
    SessionClaims claims = project.verifiedTokens().find(jwt).orElseGet(() -> verify(project, jwt));
    return alive(project, project.sessions().byId(claims.sessionId()));
  }

  private static StytchSession alive(StytchProject project, Optional<StytchSession> session) {
    StytchSession found =
        session.orElseThrow(
            () ->
                StytchError.SESSION_NOT_FOUND
                    .failure()
                    .because(
                        "There is no such session: it was signed out or revoked, or the token is"
                            + " another project's."));
    if (!found.livesAt(project.now())) {
      throw StytchError.SESSION_NOT_FOUND
          .failure()
          .because("The session expired at " + found.expiresAt() + " by the world's clock.");
    }
    return found;
  }

  private static SessionClaims verify(StytchProject project, String jwt) {
    CompactJws parsed =
        CompactJws.parse(jwt).orElseThrow(StytchError.UNABLE_TO_PARSE_SESSION_JWT::failure);
    JsonNode claims = parsed.payload();
    if (!issuer(project).equals(claims.path("iss").textValue())) {
      throw StytchError.JWT_INVALID_ISSUER.failure();
    }
    if (!names(claims.path("aud"), project.id())) {
      throw StytchError.JWT_INVALID_AUDIENCE.failure();
    }
    String sessionId = claims.path(SESSION_CLAIM).path("id").textValue();
    if (sessionId == null) {
      throw StytchError.JWT_INVALID_CLAIMS.failure();
    }
    // Inferred: a signature that is not the project's is told like a session that never was.
    Optional<SigningKey> signer =
        project.keys().find(parsed.kid()).filter(key -> key.verifies(parsed));
    if (signer.isEmpty()) {
      throw StytchError.SESSION_NOT_FOUND
          .failure()
          .because("The JWT is not signed by a key of this project.");
    }
    SessionClaims genuine = new SessionClaims(sessionId);
    project.verifiedTokens().remember(jwt, genuine);
    return genuine;
  }

  private static boolean names(JsonNode audience, String projectId) {
    for (JsonNode one : audience) {
      if (projectId.equals(one.textValue())) {
        return true;
      }
    }
    return false;
  }

  /** Who issues a project's tokens. */
  public static String issuer(StytchProject project) {
    return issuer(project.id());
  }

  public static String issuer(String projectId) {
    return "stytch.com/" + projectId;
  }
}
