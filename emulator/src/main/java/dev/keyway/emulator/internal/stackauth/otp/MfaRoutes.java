package dev.keyway.emulator.internal.stackauth.otp;

import static dev.keyway.emulator.internal.stackauth.rules.VerificationCodes.CODE;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.SignInCode;
import dev.keyway.emulator.internal.stackauth.rules.SignIns;
import dev.keyway.emulator.internal.stackauth.rules.VerificationCodes;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.totp.Totp;
import dev.keyway.emulator.internal.totp.TotpKey;
import jakarta.inject.Inject;

/** {@code /auth/mfa}: the second factor of a sign-in that was stopped for it. */
public final class MfaRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> TYPE = Field.choice("type", "totp");
  private static final Field<String> TOTP_CODE = Field.text("totp");

  /** No skew: the service accepts the present window's code only. */
  private static final Totp TOTP = Totp.rfc6238(0);

  private final SignIns signIns;

  @Inject
  MfaRoutes(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.mfa.sign-in")
        .takes(TYPE.required(), TOTP_CODE.required(), CODE.required())
        .fails(KnownError.USER_NOT_FOUND, KnownError.INVALID_TOTP_CODE)
        .fails(VerificationCodes.ERRORS)
        .answers(this::signIn);
  }

  private Response signIn(StackAuthCall call) {
    StackAuthProject project = call.project();
    OneTimeCode<SignInCode> attempt =
        VerificationCodes.check(project, SignInCode.KIND, call.get(CODE));
    if (!(attempt.facts() instanceof SignInCode.Interrupted interrupted)) {
      // The code of a sign-in mail: same type, but nobody proved a first factor.
      throw KnownError.VERIFICATION_CODE_NOT_FOUND
          .failure()
          .because("The code is one of a sign-in mail, and no attempt at a second factor.");
    }
    StackAuthUser user =
        project.users().byId(interrupted.userId()).orElseThrow(KnownError.USER_NOT_FOUND::failure);
    // A wrong code leaves the attempt usable; the counter of codes limits guessing.
    if (!knows(project, user, call.get(TOTP_CODE))) {
      throw KnownError.INVALID_TOTP_CODE.failure().about(user.id());
    }
    VerificationCodes.spend(attempt);
    return StackAuthResponses.ok(
        signIns.complete(project, user).put("is_new_user", interrupted.isNew()));
  }

  private static boolean knows(StackAuthProject project, StackAuthUser user, String totp) {
    byte[] secret = user.totpSecret;
    // An empty key can be stored over the wire, but no device can show its codes.
    return secret != null
        && secret.length > 0
        && TOTP.match(TotpKey.of(secret), totp, project.now()).isPresent();
  }
}
