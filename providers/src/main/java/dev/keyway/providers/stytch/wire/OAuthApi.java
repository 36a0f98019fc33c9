package dev.keyway.providers.stytch.wire;

import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code oauth}. */
public interface OAuthApi {

  @RequestLine("POST /v1/oauth/attach")
  Attached attach(Attach body);

  @RequestLine("POST /v1/oauth/authenticate")
  SignedIn authenticate(Authenticate body);

  record Attach(String provider, RenewalToken sessionToken) {}

  record Attached(Secret oauthAttachToken) {}

  record Authenticate(
      Secret token,
      Secret codeVerifier,
      @Nullable RenewalToken sessionToken,
      @Nullable Integer sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims) {}

  record SignedIn(
      WireUser user,
      String sessionToken,
      String sessionJwt,
      @Nullable WireSession userSession,
      @Nullable ProviderValues providerValues) {

    public WireSignIn signIn() {
      return new WireSignIn(user, sessionToken, sessionJwt, userSession);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
      return "SignedIn[" + user + "]";
    }
  }

  record ProviderValues(
      @Nullable String accessToken,
      @Nullable String refreshToken,
      @Nullable String idToken,
      @Nullable List<String> scopes,
      @Nullable String expiresAt) {

    /** Without the tokens. */
    @Override
    public String toString() {
      return "ProviderValues";
    }
  }
}
