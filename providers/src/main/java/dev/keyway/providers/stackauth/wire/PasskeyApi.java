package dev.keyway.providers.stackauth.wire;

import dev.keyway.Secret;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code auth/passkey}. */
public interface PasskeyApi {

  @RequestLine("POST /api/v1/auth/passkey/initiate-passkey-registration")
  @Headers({"x-stack-access-token: {access}", "x-stack-allow-restricted-user: true"})
  Initiated initiateRegistration(@Param("access") String access);

  @RequestLine("POST /api/v1/auth/passkey/register")
  @Headers({"x-stack-access-token: {access}", "x-stack-allow-restricted-user: true"})
  Registered register(@Param("access") String access, Registration body);

  @RequestLine("POST /api/v1/auth/passkey/initiate-passkey-authentication")
  Initiated initiateAuthentication();

  @RequestLine("POST /api/v1/auth/passkey/sign-in")
  WireSignIn signIn(Authentication body);

  record Initiated(Map<String, @Nullable Object> optionsJson, Secret code) {}

  record Registration(Map<String, @Nullable Object> credential, Secret code) {}

  record Registered(String userHandle) {}

  record Authentication(Map<String, @Nullable Object> authenticationResponse, Secret code) {}
}
