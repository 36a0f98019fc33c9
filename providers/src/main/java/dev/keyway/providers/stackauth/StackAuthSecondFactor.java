package dev.keyway.providers.stackauth;

import dev.keyway.AccountOutcome;
import dev.keyway.ChallengeHandle;
import dev.keyway.OneTimeCode;
import dev.keyway.SecondFactor;
import dev.keyway.Secret;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult.SignedIn;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.rules.VerificationCode;
import dev.keyway.providers.stackauth.wire.MfaApi;
import jakarta.inject.Inject;

/** The second factor by {@code auth/mfa}: the server itself demands it. */
final class StackAuthSecondFactor implements SecondFactor {

  private final Transport transport;
  private final MfaApi api;
  private final SignIns signIns;
  private final Handles handles;

  @Inject
  StackAuthSecondFactor(Transport transport, MfaApi api, SignIns signIns, Handles handles) {
    this.transport = transport;
    this.api = api;
    this.signIns = signIns;
    this.handles = handles;
  }

  @Override
  public SignedIn completeWithTotp(
      ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    Secret attempt = Secret.of(handles.open(handle, SignIns.HANDLE_KIND).get(SignIns.ATTEMPT));
    MfaApi.SignIn body = new MfaApi.SignIn("totp", Secret.of(TypedCode.totp(code)), attempt);
    return transport.call(
        options,
        () ->
            signIns.signedIn(
                VerificationCode.CHALLENGE.consume(() -> api.signIn(body)),
                AccountOutcome.EXISTING));
  }
}
