package dev.keyway.providers.stytch.wire;

import feign.Param;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code webauthn}. */
public interface WebAuthnApi {

  @RequestLine("POST /v1/webauthn/register/start")
  Creation startRegistration(StartRegistration body);

  @RequestLine("POST /v1/webauthn/register")
  Registered register(Register body);

  @RequestLine("POST /v1/webauthn/authenticate/start")
  Request startSignIn(StartSignIn body);

  @RequestLine("POST /v1/webauthn/authenticate")
  WireSignIn authenticate(Authenticate body);

  @RequestLine("PUT /v1/webauthn/{registration}")
  void rename(@Param("registration") String registration, Rename body);

  record StartRegistration(
      String userId,
      String domain,
      boolean returnPasskeyCredentialOptions,
      boolean useBase64UrlEncoding,
      @Nullable String overrideDisplayName) {}

  record Creation(String publicKeyCredentialCreationOptions) {}

  record Register(String userId, String publicKeyCredential) {}

  record Registered(String webauthnRegistrationId, WireUser user) {}

  record StartSignIn(
      String domain,
      @Nullable String userId,
      boolean returnPasskeyCredentialOptions,
      boolean useBase64UrlEncoding) {}

  record Request(String publicKeyCredentialRequestOptions) {}

  record Authenticate(
      String publicKeyCredential,
      int sessionDurationMinutes,
      @Nullable Map<String, @Nullable Object> sessionCustomClaims) {}

  record Rename(String name) {}
}
