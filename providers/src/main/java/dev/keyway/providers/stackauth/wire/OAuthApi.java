package dev.keyway.providers.stackauth.wire;

import dev.keyway.Secret;
import dev.keyway.providers.http.Reads;
import feign.Param;
import feign.RequestLine;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** {@code auth/oauth/token} and {@code connected-accounts}. */
public interface OAuthApi {

  @RequestLine("POST /api/v1/auth/oauth/token")
  WireSignIn exchange(Exchange body);

  /** Renews the token at the identity provider if need be, which may be repeated. */
  @Reads
  @RequestLine("POST /api/v1/connected-accounts/{user_id}/{provider_id}/access-token")
  ConnectedToken accessToken(
      @Param("user_id") String userId, @Param("provider_id") String providerId, Scope body);

  record Exchange(
      String grantType,
      String clientId,
      Secret clientSecret,
      Secret code,
      URI redirectUri,
      Secret codeVerifier) {}

  record Scope(@Nullable String scope) {}

  record ConnectedToken(Secret accessToken) {}
}
