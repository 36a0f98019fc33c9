package dev.keyway.conformance;

import static dev.keyway.Capability.OTP_EMAIL;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SECOND_FACTOR_TOTP;
import static dev.keyway.Capability.TOTP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.RenewalToken;
import dev.keyway.SecondFactorKind;
import dev.keyway.SignInResult;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** SFA: sign-ins that stop for a second factor. */
abstract class SecondFactorRules extends SecondFactorFixtures {

  SecondFactorRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "SFA-008",
      value = "A code with blanks, as apps show it, completes",
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aCodeWithBlanksCompletes() {
    Enrolled enrolled = enrolled("ada");
    OneTimeCode typed = Codes.pasted(enrolled.appCode(harness()).reveal());
    assertTrue(enrolled.is(client().secondFactor().completeWithTotp(demand(enrolled), typed)));
  }

  @Rule(
      id = "SFA-010",
      value = "The demand for a second factor is no session and shows no secret",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void theDemandIsNoSession() {
    Enrolled enrolled = enrolled("ada");
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
    Enrolled enrolled = enrolled("ada");
    ChallengeHandle handle = demand(enrolled);
    OneTimeCode right = enrolled.appCode(harness());
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
    Enrolled adas = enrolled("ada");
    Enrolled bobs = enrolled("bob");
    ChallengeHandle handle = demand(adas);
    refused(
        () -> client().secondFactor().completeWithTotp(handle, bobs.appCode(harness())),
        ErrorCode.CODE_INCORRECT);
  }

  @Rule(
      id = "SFA-013",
      value = "A code of long ago or of long to come is refused",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aCodeOfAnotherTimeIsRefused() {
    Enrolled enrolled = enrolled("ada");
    ChallengeHandle handle = demand(enrolled);
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
    Enrolled enrolled = enrolled("ada");
    ChallengeHandle handle = demand(enrolled);
    OneTimeCode code = enrolled.appCode(harness());
    client().secondFactor().completeWithTotp(handle, code);
    refused(() -> client().secondFactor().completeWithTotp(handle, code), SPENT);
  }

  @Rule(
      id = "SFA-015",
      value = "Of many completions at the same time exactly one signs in",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void ofManyCompletionsExactlyOneSignsIn() {
    Enrolled enrolled = enrolled("ada");
    ChallengeHandle handle = demand(enrolled);
    OneTimeCode code = enrolled.appCode(harness());
    ConcurrentCalls<SignInResult> race =
        ConcurrentCalls.run(
            ConcurrentCalls.RACERS, () -> client().secondFactor().completeWithTotp(handle, code));
    assertEquals(1, race.winners().size(), () -> "refusals were " + race.refusals());
  }

  @Rule(
      id = "SFA-016",
      value = "An attempt that took too long is refused",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void anAttemptThatTookTooLongIsRefused() {
    Enrolled enrolled = enrolled("ada");
    SignInResult.SecondFactorRequired demand = demand(FirstFactor.PASSWORD, enrolled);
    clock().advance(Duration.between(clock().now(), demand.expiresAt()).plusSeconds(30));
    refused(
        () ->
            client().secondFactor().completeWithTotp(demand.handle(), enrolled.appCode(harness())),
        ErrorCode.CHALLENGE_EXPIRED);
  }

  @Rule(
      id = "SFA-017",
      value = "A handle that was changed, cut, made up or of another flow is refused unsent",
      negative = true,
      needs = {SECOND_FACTOR_TOTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, OTP_EMAIL})
  void aChangedHandleIsRefusedAtTheSecondFactor() {
    Enrolled enrolled = enrolled("ada");
    ChallengeHandle genuine = demand(enrolled);
    OneTimeCode code = enrolled.appCode(harness());
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
    Enrolled enrolled = enrolled("ada");
    ChallengeHandle handle = demand(enrolled);
    try (AuthHarness stranger = stranger()) {
      int before = stranger.wire().map(Wire::requests).orElse(0);
      refused(
          () ->
              stranger
                  .client()
                  .secondFactor()
                  .completeWithTotp(handle, enrolled.appCode(harness())),
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
    Enrolled enrolled = enrolled("ada");
    ChallengeHandle handle = demand(enrolled);
    OneTimeCode right = enrolled.appCode(harness());
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

  private Human.TotpApp app() {
    return part(harness().human().totpApp(), "authenticator app", "there are no codes");
  }
}
