package dev.keyway.conformance;

import static dev.keyway.Capability.DELIVERY_ATTACH;
import static dev.keyway.Capability.OTP_EMAIL;
import static dev.keyway.Capability.OTP_SMS;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SECOND_FACTOR_OTP;
import static dev.keyway.Capability.SECOND_FACTOR_RECOVERY_CODE;
import static dev.keyway.Capability.SECOND_FACTOR_TOTP;
import static dev.keyway.Capability.TOTP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.PhoneNumber;
import dev.keyway.RenewalToken;
import dev.keyway.SecondFactorKind;
import dev.keyway.SignInResult;
import dev.keyway.TotpEnrolment;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** SFA: sign-ins that stop for a second factor. */
abstract class SecondFactorRules extends Rules {

  private static final ErrorCode[] SPENT = {
    ErrorCode.CODE_ALREADY_USED,
    ErrorCode.CODE_REFUSED,
    ErrorCode.CHALLENGE_INVALID,
    ErrorCode.CHALLENGE_EXPIRED
  };

  SecondFactorRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "SFA-001",
      value = "A password and then the app's code sign in",
      needs = {SECOND_FACTOR_TOTP, TOTP})
  void aPasswordAndThenTheAppsCode() {
    withTotp(FirstFactor.PASSWORD);
  }

  @Rule(
      id = "SFA-002",
      value = "A mailed code and then the app's code sign in",
      needs = {SECOND_FACTOR_TOTP, TOTP})
  void aMailedCodeAndThenTheAppsCode() {
    withTotp(FirstFactor.CODE);
  }

  @Rule(
      id = "SFA-003",
      value = "A mailed link and then the app's code sign in",
      needs = {SECOND_FACTOR_TOTP, TOTP})
  void aMailedLinkAndThenTheAppsCode() {
    withTotp(FirstFactor.LINK);
  }

  @Rule(
      id = "SFA-004",
      value = "An identity provider and then the app's code sign in",
      needs = {SECOND_FACTOR_TOTP, TOTP})
  void anIdentityProviderAndThenTheAppsCode() {
    withTotp(FirstFactor.OAUTH);
  }

  @Rule(
      id = "SFA-005",
      value = "A passkey and then the app's code sign in",
      needs = {SECOND_FACTOR_TOTP, TOTP})
  void aPasskeyAndThenTheAppsCode() {
    withTotp(FirstFactor.PASSKEY);
  }

  @Rule(
      id = "SFA-006",
      value = "Any first factor and then a recovery code sign in, and the code is used up",
      needs = {SECOND_FACTOR_RECOVERY_CODE, TOTP})
  void anyFirstFactorAndThenARecoveryCode() {
    for (FirstFactor first : FirstFactor.values()) {
      if (client().supports(first.capability())) {
        Enrolled enrolled = enrolled(first, harness().address("recovery-" + first.name()));
        OneTimeCode code = enrolled.enrolment().recoveryCodes().get(0);
        ChallengeHandle handle = demand(first, enrolled).handle();
        assertEquals(
            enrolled.in().user().id(),
            client().secondFactor().completeWithRecoveryCode(handle, code).user().id());
        ChallengeHandle later = demand(first, enrolled).handle();
        refused(
            () -> client().secondFactor().completeWithRecoveryCode(later, code),
            ErrorCode.CODE_INCORRECT,
            ErrorCode.CODE_ALREADY_USED,
            ErrorCode.CODE_REFUSED);
      }
    }
  }

  @Rule(
      id = "SFA-007",
      value = "Any first factor and then a code by text message sign in",
      needs = {SECOND_FACTOR_OTP, OTP_SMS, DELIVERY_ATTACH, TOTP})
  void anyFirstFactorAndThenACodeByTextMessage() {
    for (FirstFactor first : FirstFactor.values()) {
      if (client().supports(first.capability())) {
        PhoneNumber phone = harness().phoneNumber("second-" + first.name());
        EmailAddress who = harness().address("texted-" + first.name());
        FirstFactor.Hand hand = hand();
        SignInResult.SignedIn in = first.begin(harness(), who, hand);
        attach(in, phone);
        Enrolled enrolled = enrol(in, who, hand);
        SignInResult.SecondFactorRequired demand = demand(first, enrolled);
        assertTrue(
            demand.factors().contains(SecondFactorKind.SMS_OTP), () -> first + ": " + demand);
        Challenge sent = client().secondFactor().sendOtp(demand.handle(), SecondFactorKind.SMS_OTP);
        OneTimeCode code = harness().outbox().awaitCode(phone.value());
        assertEquals(
            in.user().id(),
            client().secondFactor().completeWithOtp(sent.handle(), code).user().id());
      }
    }
  }

  @Rule(
      id = "SFA-010",
      value = "The demand for a second factor is no session and shows no secret",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void theDemandIsNoSession() {
    Enrolled enrolled = enrolled(FirstFactor.PASSWORD, ada());
    SignInResult.SecondFactorRequired demand = demand(FirstFactor.PASSWORD, enrolled);
    assertTrue(demand.factors().contains(SecondFactorKind.TOTP));
    assertFalse(demand.toString().contains(demand.handle().reveal()), "the handle shows");
    refused(demand::orElseThrow, ErrorCode.SECOND_FACTOR_REQUIRED);
    refused(
        () -> client().sessions().refresh(RenewalToken.of(demand.handle().reveal())),
        ErrorCode.SESSION_NOT_FOUND);
  }

  @Rule(
      id = "SFA-011",
      value = "A wrong code is refused, and the right one still completes",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aWrongCodeIsRefusedAtTheSecondFactor() {
    Enrolled enrolled = enrolled(FirstFactor.PASSWORD, ada());
    ChallengeHandle handle = demand(FirstFactor.PASSWORD, enrolled).handle();
    OneTimeCode right = code(enrolled);
    for (OneTimeCode wrong :
        new OneTimeCode[] {
          Codes.wrong(right),
          OneTimeCode.of("1"),
          OneTimeCode.of("\u0661\u0662\u0663\u0664\u0665\u0666")
        }) {
      refused(
          () -> client().secondFactor().completeWithTotp(handle, wrong), ErrorCode.CODE_INCORRECT);
    }
    client().secondFactor().completeWithTotp(handle, right);
  }

  @Rule(
      id = "SFA-012",
      value = "The code of another user's app is refused",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void theCodeOfAnotherUsersAppIsRefused() {
    Enrolled adas = enrolled(FirstFactor.PASSWORD, ada());
    Enrolled bobs = enrolled(FirstFactor.PASSWORD, bob());
    ChallengeHandle handle = demand(FirstFactor.PASSWORD, adas).handle();
    refused(
        () -> client().secondFactor().completeWithTotp(handle, code(bobs)),
        ErrorCode.CODE_INCORRECT);
  }

  @Rule(
      id = "SFA-013",
      value = "A code of long ago or of long to come is refused",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aCodeOfAnotherTimeIsRefused() {
    Enrolled enrolled = enrolled(FirstFactor.PASSWORD, ada());
    ChallengeHandle handle = demand(FirstFactor.PASSWORD, enrolled).handle();
    for (int periods : new int[] {-20, 20}) {
      OneTimeCode other = OneTimeCode.of(app().codeAfter(enrolled.enrolment().uri(), periods));
      refused(
          () -> client().secondFactor().completeWithTotp(handle, other), ErrorCode.CODE_INCORRECT);
    }
  }

  @Rule(
      id = "SFA-014",
      value = "The same handle and code complete once",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void theSameHandleAndCodeCompleteOnce() {
    Enrolled enrolled = enrolled(FirstFactor.PASSWORD, ada());
    ChallengeHandle handle = demand(FirstFactor.PASSWORD, enrolled).handle();
    OneTimeCode code = code(enrolled);
    client().secondFactor().completeWithTotp(handle, code);
    refused(() -> client().secondFactor().completeWithTotp(handle, code), SPENT);
  }

  @Rule(
      id = "SFA-015",
      value = "Of many completions at the same time exactly one signs in",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void ofManyCompletionsExactlyOneSignsIn() {
    Enrolled enrolled = enrolled(FirstFactor.PASSWORD, ada());
    ChallengeHandle handle = demand(FirstFactor.PASSWORD, enrolled).handle();
    OneTimeCode code = code(enrolled);
    Race<SignInResult> race =
        Race.run(6, () -> client().secondFactor().completeWithTotp(handle, code));
    assertEquals(1, race.winners().size(), () -> "refusals were " + race.refusals());
  }

  @Rule(
      id = "SFA-016",
      value = "An attempt that took too long is refused",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void anAttemptThatTookTooLongIsRefused() {
    Enrolled enrolled = enrolled(FirstFactor.PASSWORD, ada());
    SignInResult.SecondFactorRequired demand = demand(FirstFactor.PASSWORD, enrolled);
    clock().advance(Duration.between(clock().now(), demand.expiresAt()).plusSeconds(30));
    refused(
        () -> client().secondFactor().completeWithTotp(demand.handle(), code(enrolled)),
        ErrorCode.CHALLENGE_EXPIRED);
  }

  @Rule(
      id = "SFA-017",
      value = "A handle that was changed, cut, made up or of another flow is refused unsent",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, OTP_EMAIL})
  void aChangedHandleIsRefusedAtTheSecondFactor() {
    Enrolled enrolled = enrolled(FirstFactor.PASSWORD, ada());
    ChallengeHandle genuine = demand(FirstFactor.PASSWORD, enrolled).handle();
    OneTimeCode code = code(enrolled);
    for (ChallengeHandle bad : Codes.tampered(genuine)) {
      refusedUnsent(
          () -> client().secondFactor().completeWithTotp(bad, code), ErrorCode.CHALLENGE_INVALID);
    }
    DeliveryOptions options = DeliveryOptions.builder().callback(harness().callback()).build();
    ChallengeHandle otherFlow = client().otps().sendEmail(bob(), options).handle();
    refusedUnsent(
        () -> client().secondFactor().completeWithTotp(otherFlow, code),
        ErrorCode.CHALLENGE_INVALID);
  }

  @Rule(
      id = "SFA-018",
      value = "A handle of another project is refused unsent",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aHandleOfAnotherProjectIsRefusedAtTheSecondFactor() {
    Enrolled enrolled = enrolled(FirstFactor.PASSWORD, ada());
    ChallengeHandle handle = demand(FirstFactor.PASSWORD, enrolled).handle();
    try (AuthHarness stranger = stranger()) {
      int before = stranger.wire().map(Wire::requests).orElse(0);
      refused(
          () -> stranger.client().secondFactor().completeWithTotp(handle, code(enrolled)),
          ErrorCode.CHALLENGE_INVALID);
      assertEquals(before, stranger.wire().map(Wire::requests).orElse(0));
    }
  }

  @Rule(
      id = "SFA-019",
      value = "After many wrong codes the right one is refused too",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void afterManyWrongCodesTheRightOneIsRefused() {
    Enrolled enrolled = enrolled(FirstFactor.PASSWORD, ada());
    ChallengeHandle handle = demand(FirstFactor.PASSWORD, enrolled).handle();
    OneTimeCode right = code(enrolled);
    for (int i = 0; i < 25; i++) {
      refused(
          () -> client().secondFactor().completeWithTotp(handle, Codes.wrong(right)),
          ErrorCode.CODE_INCORRECT,
          ErrorCode.TOO_MANY_ATTEMPTS,
          ErrorCode.ACCOUNT_LOCKED);
    }
    refused(
        () -> client().secondFactor().completeWithTotp(handle, right),
        ErrorCode.TOO_MANY_ATTEMPTS,
        ErrorCode.ACCOUNT_LOCKED);
  }

  private record Enrolled(
      SignInResult.SignedIn in, EmailAddress who, FirstFactor.Hand hand, TotpEnrolment enrolment) {}

  private void withTotp(FirstFactor first) {
    needs(first.capability());
    Enrolled enrolled = enrolled(first, ada());
    SignInResult.SecondFactorRequired demand = demand(first, enrolled);
    SignInResult.SignedIn in =
        client().secondFactor().completeWithTotp(demand.handle(), code(enrolled));
    assertEquals(enrolled.in().user().id(), in.user().id());
    int proofs = in.session().factors().size();
    assertTrue(proofs == 0 || proofs == 2, () -> "the session rests on " + proofs + " proofs");
    assertAlive(in.tokens());
  }

  private Enrolled enrolled(FirstFactor first, EmailAddress who) {
    FirstFactor.Hand hand = hand();
    return enrol(first.begin(harness(), who, hand), who, hand);
  }

  private Enrolled enrol(SignInResult.SignedIn in, EmailAddress who, FirstFactor.Hand hand) {
    TotpEnrolment enrolment = client().totp().startEnrolment(in.tokens());
    OneTimeCode first = OneTimeCode.of(app().code(enrolment.uri()));
    client().totp().finishEnrolment(in.tokens(), enrolment.handle(), first);
    // The enrolment's code may not be good twice: go on to another period.
    clock().advance(Duration.ofMinutes(2));
    return new Enrolled(in, who, hand, enrolment);
  }

  private SignInResult.SecondFactorRequired demand(FirstFactor first, Enrolled enrolled) {
    return assertInstanceOf(
        SignInResult.SecondFactorRequired.class,
        first.signIn(harness(), enrolled.who(), enrolled.hand()));
  }

  private void attach(SignInResult.SignedIn in, PhoneNumber phone) {
    DeliveryOptions options = DeliveryOptions.builder().attachTo(in.tokens()).build();
    Challenge challenge = client().otps().sendSms(phone, options);
    client().otps().verify(challenge.handle(), harness().outbox().awaitCode(phone.value()));
  }

  private OneTimeCode code(Enrolled enrolled) {
    return OneTimeCode.of(app().code(enrolled.enrolment().uri()));
  }

  private Person.TotpApp app() {
    return part(harness().person().totpApp(), "authenticator app", "there are no codes");
  }

  private FirstFactor.Hand hand() {
    Person.Authenticator held =
        part(harness().person().authenticator(), "authenticator", "there are no passkeys");
    return () -> held;
  }
}
