package dev.keyway.providers.stytch.wire;

import dev.keyway.Secret;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sessions by what another system or the dashboard said. */
public interface ForeignSessionApi {

  @RequestLine("POST /v1/sessions/migrate")
  WireSignIn migrate(Migrate body);

  @RequestLine("POST /v1/sessions/attest")
  WireSignIn attest(Attest body);

  @RequestLine("POST /v1/sessions/exchange_access_token")
  WireSignIn exchange(Exchange body);

  @RequestLine("POST /v1/impersonation/authenticate")
  WireSignIn impersonate(Impersonate body);

  record Migrate(
      Secret sessionToken,
      int sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims) {}

  record Attest(
      String profileId,
      Secret token,
      int sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims) {}

  record Exchange(
      Secret accessToken,
      int sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims) {}

  record Impersonate(Secret impersonationToken) {}
}
