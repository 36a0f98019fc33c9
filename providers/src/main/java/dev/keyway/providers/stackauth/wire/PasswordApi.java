package dev.keyway.providers.stackauth.wire;

import dev.keyway.Secret;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** {@code auth/password}. */
public interface PasswordApi {

  @RequestLine("POST /api/v1/auth/password/sign-up")
  WireSignIn signUp(SignUp body);

  @RequestLine("POST /api/v1/auth/password/sign-in")
  WireSignIn signIn(SignIn body);

  @RequestLine("POST /api/v1/auth/password/set")
  @Headers({"x-stack-access-token: {access}", "x-stack-allow-restricted-user: true"})
  void set(@Param("access") String access, SetPassword body);

  /** The session of the refresh token is the one that survives; without it none does. */
  @RequestLine("POST /api/v1/auth/password/update")
  @Headers({
    "x-stack-access-token: {access}",
    "x-stack-refresh-token: {refresh}",
    "x-stack-allow-restricted-user: true"
  })
  void update(
      @Param("access") String access, @Param("refresh") String refresh, UpdatePassword body);

  @RequestLine("POST /api/v1/auth/password/send-reset-code")
  Maybe sendResetCode(SendResetCode body);

  @RequestLine("POST /api/v1/auth/password/reset")
  void reset(Reset body);

  record SignUp(String email, Secret password, @Nullable URI verificationCallbackUrl) {}

  record SignIn(String email, Secret password) {}

  record SetPassword(Secret password) {}

  record UpdatePassword(Secret oldPassword, Secret newPassword) {}

  /** The same text whether there is such a user or not. */
  record Maybe(String success) {
    static final String TEXT = "maybe, only if user with e-mail exists";

    public boolean isSaid() {
      return success.equals(TEXT);
    }
  }

  record SendResetCode(String email, URI callbackUrl) {}

  record Reset(Secret code, Secret password) {}
}
