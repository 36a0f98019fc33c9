package dev.keyway.providers.stackauth.wire;

import dev.keyway.Secret;
import feign.RequestLine;

/** {@code auth/mfa}. */
public interface MfaApi {

  @RequestLine("POST /api/v1/auth/mfa/sign-in")
  WireSignIn signIn(SignIn body);

  /** The code is the attempt's, the other one is the authenticator app's. */
  record SignIn(String type, Secret totp, Secret code) {}
}
