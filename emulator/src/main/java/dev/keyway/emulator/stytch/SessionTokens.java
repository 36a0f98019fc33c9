package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import dev.keyway.emulator.core.SigningKey;
import dev.keyway.emulator.http.Json;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Session JWTs, and finding sessions by their credentials. */
final class SessionTokens {
  static final String SESSION_CLAIM = "https://stytch.com/session";

  /** Whatever the session's own life. */
  private static final Duration JWT_LIFE = Duration.ofMinutes(5);

  /** Names that a custom claim cannot take. */
  static final Set<String> RESERVED = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

  private SessionTokens() {}

  /** A fresh JWT of a session. */
  static String jwt(StytchProject project, StytchSession session) {
    Instant now = project.now();
    ObjectNode claims = Json.object();
    claims.setAll(session.customClaims());
    claims.put("iss", issuer(project)).put("sub", session.userId());
    claims.putArray("aud").add(project.id());
    claims
        .put("iat", now.getEpochSecond())
        .put("nbf", now.getEpochSecond())
        .put("exp", now.plus(JWT_LIFE).getEpochSecond());
    claims.set(SESSION_CLAIM, SessionView.claim(session));
    SigningKey key = project.keys().signing();
    return key.sign(key.header().type(JOSEObjectType.JWT), Json.write(claims));
  }

  static String issuer(StytchProject project) {
    return "stytch.com/" + project.id();
  }

  /**
   * The live session of an opaque token.
   *
   * @throws StytchFailure {@code session_not_found} for any other token
   */
  static StytchSession byToken(StytchProject project, String token) {
    return live(project, project.sessions().byToken(token).orElse(null));
  }

  /**
   * The live session of a JWT. The JWT's own five minutes may be over: what counts is the session.
   *
   * @throws StytchFailure if it cannot be parsed, is another project's, or the session is dead
   */
  static StytchSession byJwt(StytchProject project, String jwt) {
    JWSObject token;
    JsonNode claims;
    try {
      token = JWSObject.parse(jwt);
      claims = Json.read(token.getPayload().toString());
    } catch (ParseException | Json.Malformed e) {
      throw StytchError.UNABLE_TO_PARSE_SESSION_JWT.failure();
    }
    if (!issuer(project).equals(claims.path("iss").textValue())) {
      throw StytchError.JWT_INVALID_ISSUER.failure();
    }
    if (!project.id().equals(claims.path("aud").path(0).textValue())) {
      throw StytchError.JWT_INVALID_AUDIENCE.failure();
    }
    boolean genuine =
        project
            .keys()
            .find(token.getHeader().getKeyID())
            .filter(key -> key.verifies(token))
            .isPresent();
    if (!genuine) {
      throw StytchError.SESSION_NOT_FOUND.failure();
    }
    String id = claims.path(SESSION_CLAIM).path("id").asText();
    return live(project, project.sessions().byId(id).orElse(null));
  }

  private static StytchSession live(StytchProject project, @Nullable StytchSession session) {
    if (session == null || !session.livesAt(project.now())) {
      throw StytchError.SESSION_NOT_FOUND.failure();
    }
    return session;
  }
}
