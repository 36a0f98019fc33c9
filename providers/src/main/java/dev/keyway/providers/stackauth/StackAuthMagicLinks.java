package dev.keyway.providers.stackauth;

import dev.keyway.AccountOutcome;
import dev.keyway.CallbackOptions;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.MagicLinks;
import dev.keyway.Secret;
import dev.keyway.SignInResult;
import dev.keyway.providers.flow.CallbackParameters;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.rules.LinkCallback;
import dev.keyway.providers.stackauth.rules.VerificationCode;
import dev.keyway.providers.stackauth.wire.OtpApi;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** Mailed links by {@code auth/otp}. */
final class StackAuthMagicLinks implements MagicLinks {

  private static final String KIND = "magic-link";

  private final Transport transport;
  private final OtpApi api;
  private final SignInMail mail;
  private final SignIns signIns;
  private final Handles handles;

  @Inject
  StackAuthMagicLinks(
      Transport transport, OtpApi api, SignInMail mail, SignIns signIns, Handles handles) {
    this.transport = transport;
    this.api = api;
    this.mail = mail;
    this.signIns = signIns;
    this.handles = handles;
  }

  @Override
  public Challenge send(EmailAddress email, URI callback, DeliveryOptions options) {
    return mail.send(KIND, email, callback, options);
  }

  @Override
  public SignInResult authenticate(URI callback, CallbackOptions options) {
    String code = LinkCallback.code(callback);
    requireSameFlow(code, options.handle());
    return transport.call(
        options,
        () ->
            VerificationCode.LINK.consume(
                () ->
                    signIns.complete(
                        () -> api.signIn(new OtpApi.SignIn(Secret.of(code))),
                        AccountOutcome.UNKNOWN)));
  }

  /** The link is good by itself; with the handle of another sending it is a mix-up. */
  private void requireSameFlow(String code, Optional<ChallengeHandle> handle) {
    if (handle.isPresent()) {
      String nonce = handles.open(handle.get(), KIND).get(SignInMail.NONCE);
      if (!code.endsWith(nonce)) {
        throw CallbackParameters.invalid("belongs to another sending than the handle");
      }
    }
  }
}
