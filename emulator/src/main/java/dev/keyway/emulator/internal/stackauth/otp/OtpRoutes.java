package dev.keyway.emulator.internal.stackauth.otp;

import static dev.keyway.emulator.internal.stackauth.rules.VerificationCodes.CODE;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.BotChallenge;
import dev.keyway.emulator.internal.stackauth.rules.Emails;
import dev.keyway.emulator.internal.stackauth.rules.Mails;
import dev.keyway.emulator.internal.stackauth.rules.RedirectRules;
import dev.keyway.emulator.internal.stackauth.rules.SignInCode;
import dev.keyway.emulator.internal.stackauth.rules.SignIns;
import dev.keyway.emulator.internal.stackauth.rules.SignUps;
import dev.keyway.emulator.internal.stackauth.rules.VerificationCodes;
import dev.keyway.emulator.internal.stackauth.rules.Whereabouts;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.OneTimeCode;
import jakarta.inject.Inject;
import java.util.Optional;

/** {@code /auth/otp}: one mail with a code to type and a link to follow. */
public final class OtpRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> EMAIL = Fields.strictEmail("email");
  private static final Field<String> CALLBACK = Fields.url("callback_url");

  private final SignIns signIns;

  @Inject
  OtpRoutes(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.otp.send")
        .takes(ObjectType.of(EMAIL.required(), CALLBACK.required()).and(BotChallenge.FIELDS))
        .fails(
            KnownError.SIGN_UP_NOT_ENABLED,
            KnownError.USER_EMAIL_ALREADY_EXISTS,
            KnownError.REDIRECT_URL_NOT_WHITELISTED)
        .fails(BotChallenge.ERRORS)
        .breaksOn(BotChallenge.BREAKS_ON)
        .answers(this::send);
    book.on("stackauth.otp.sign-in")
        .takes(CODE.required())
        .fails(
            KnownError.SIGN_UP_NOT_ENABLED,
            KnownError.BOT_CHALLENGE_FAILED,
            KnownError.USER_EMAIL_ALREADY_EXISTS,
            KnownError.MULTI_FACTOR_AUTHENTICATION_REQUIRED)
        .fails(VerificationCodes.ERRORS)
        .answers(this::signIn);
    book.on("stackauth.otp.check-code")
        .takes(CODE.required())
        .fails(VerificationCodes.ERRORS)
        .answers(
            call -> VerificationCodes.checkAnswer(call.project(), SignInCode.KIND, call.get(CODE)));
  }

  private Response send(StackAuthCall call) {
    StackAuthProject project = call.project();
    if (!project.settings().magicLinkEnabled()) {
      throw StackAuthFailure.text(403, "OTP sign-in is not enabled for this project")
          .meaning("METHOD_DISABLED");
    }
    String email = Emails.normalized(call.get(EMAIL));
    eligible(project, email);
    boolean unchallenged = BotChallenge.unavailable(call);
    RedirectRules.requireTrusted(project, call.get(CALLBACK));
    OneTimeCode<SignInCode> code =
        VerificationCodes.issue(
            project,
            SignInCode.KIND,
            VerificationCodes.MAIL_LIFE,
            new SignInCode.Mailed(email, unchallenged, Whereabouts.country(call.request())));
    Mails.signIn(project, email, VerificationCodes.link(call.get(CALLBACK), code), code);
    return StackAuthResponses.ok(Json.object().put("nonce", VerificationCodes.nonce(code)));
  }

  private Response signIn(StackAuthCall call) {
    StackAuthProject project = call.project();
    OneTimeCode<SignInCode> code =
        VerificationCodes.check(project, SignInCode.KIND, call.get(CODE));
    if (!(code.facts() instanceof SignInCode.Mailed mailed)) {
      // The attempt code of an interrupted sign-in: same type, but no second way around the factor.
      throw KnownError.VERIFICATION_CODE_NOT_FOUND
          .failure()
          .because("The code is an attempt at a second factor, and not one of a sign-in mail.");
    }
    VerificationCodes.spend(code);
    Optional<StackAuthUser> known = eligible(project, mailed.email());
    boolean isNew = known.isEmpty();
    if (isNew && mailed.unchallenged()) {
      throw BotChallenge.failed();
    }
    StackAuthUser user = known.orElseGet(() -> signUp(call, project, mailed));
    return StackAuthResponses.ok(
        signIns.afterFirstFactor(project, user, isNew).put("is_new_user", isNew));
  }

  /**
   * The user who may sign in with that address; empty if somebody new may. A verified user without
   * this way to sign in gets it, already when a code is only sent.
   */
  private static Optional<StackAuthUser> eligible(StackAuthProject project, String email) {
    Optional<StackAuthUser> owner = Emails.owner(project, email);
    if (owner.isEmpty() && !project.settings().signUpEnabled()) {
      throw KnownError.SIGN_UP_NOT_ENABLED.failure();
    }
    owner.ifPresent(user -> requireVerified(user, email));
    owner.ifPresent(user -> user.otpEnabled = true);
    return owner;
  }

  private static void requireVerified(StackAuthUser user, String email) {
    if (!user.address(Address.Kind.EMAIL, email).map(Address::verified).orElse(false)) {
      throw KnownError.USER_EMAIL_ALREADY_EXISTS.failure(
          Json.object().put("email", email).put("would_work_if_email_was_verified", true));
    }
  }

  private static StackAuthUser signUp(
      StackAuthCall call, StackAuthProject project, SignInCode.Mailed mailed) {
    return SignUps.newOrUpgraded(
        project,
        call.user(),
        Optional.of(Emails.forAuth(project, mailed.email(), true)),
        user -> {
          user.otpEnabled = true;
          Whereabouts.keep(user, mailed.country());
        });
  }
}
