package dev.keyway.providers.stackauth;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.Otps;
import dev.keyway.Secret;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.rules.VerificationCode;
import dev.keyway.providers.stackauth.wire.OtpApi;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Inject;
import java.net.URI;

/** Mailed codes by {@code auth/otp}. */
final class StackAuthOtps implements Otps {

  private static final String KIND = "otp";

  private final AuthConfig config;
  private final Transport transport;
  private final OtpApi api;
  private final SignInMail mail;
  private final SignIns signIns;
  private final Handles handles;

  @Inject
  StackAuthOtps(
      ProviderContext context,
      Transport transport,
      OtpApi api,
      SignInMail mail,
      SignIns signIns,
      Handles handles) {
    this.config = context.config();
    this.transport = transport;
    this.api = api;
    this.mail = mail;
    this.signIns = signIns;
    this.handles = handles;
  }

  @Override
  public Challenge sendEmail(EmailAddress email, DeliveryOptions options) {
    // The mail has a link beside the code, so the server wants to know where it leads.
    URI callback =
        options
            .callback()
            .or(config::callbackUrl)
            .orElseThrow(
                () ->
                    AuthException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "callback is required by stack-auth: as an option or as the setting"
                            + " keyway.callback-url"));
    return mail.send(KIND, email, callback, options);
  }

  @Override
  public SignInResult verify(ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    String nonce = handles.open(handle, KIND).get(SignInMail.NONCE);
    Secret whole = Secret.of(TypedCode.mailed(code) + nonce);
    return transport.call(
        options,
        () ->
            VerificationCode.TYPED.consume(
                () ->
                    signIns.complete(
                        () -> api.signIn(new OtpApi.SignIn(whole)), AccountOutcome.UNKNOWN)));
  }
}
