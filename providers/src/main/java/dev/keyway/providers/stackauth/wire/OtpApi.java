package dev.keyway.providers.stackauth.wire;

import dev.keyway.Secret;
import feign.RequestLine;
import java.net.URI;

/** {@code auth/otp}: one mail with a code and a link. */
public interface OtpApi {

  @RequestLine("POST /api/v1/auth/otp/send-sign-in-code")
  Sent send(Send body);

  @RequestLine("POST /api/v1/auth/otp/sign-in")
  WireSignIn signIn(SignIn body);

  record Send(String email, URI callbackUrl) {}

  /** The nonce is what the mail's code lacks to be the link's code. */
  record Sent(Secret nonce) {}

  record SignIn(Secret code) {}
}
