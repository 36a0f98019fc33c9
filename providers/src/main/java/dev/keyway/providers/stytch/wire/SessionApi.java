package dev.keyway.providers.stytch.wire;

import dev.keyway.RenewalToken;
import dev.keyway.providers.http.Reads;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code sessions}. */
public interface SessionApi {

  /** Leaves nothing behind but the time of the last use. */
  @Reads
  @RequestLine("POST /v1/sessions/authenticate")
  WireSignIn authenticate(Authenticate body);

  @RequestLine("POST /v1/sessions/authenticate")
  WireSignIn extend(Extend body);

  @RequestLine("POST /v1/sessions/revoke")
  void revoke(Revoke body);

  @RequestLine("GET /v1/sessions?user_id={user}")
  Sessions list(@Param("user") String user);

  @RequestLine("GET /v1/sessions/jwks/{project}")
  String keys(@Param("project") String project);

  /** Says whose the credentials are: the cheapest question that only good ones are answered. */
  @RequestLine("GET /v1/debug/whoami")
  void whoami();

  record Authenticate(RenewalToken sessionToken) {}

  record Extend(
      RenewalToken sessionToken,
      int sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims) {}

  record Revoke(@Nullable String sessionId, @Nullable RenewalToken sessionToken) {

    public static Revoke of(String sessionId) {
      return new Revoke(sessionId, null);
    }

    public static Revoke of(RenewalToken token) {
      return new Revoke(null, token);
    }
  }

  record Sessions(List<WireSession> sessions) {}
}
