package dev.keyway.conformance;

import static dev.keyway.Capability.DELIVERY_ATTACH;
import static dev.keyway.Capability.OTP_SMS;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SECOND_FACTOR_OTP;
import static dev.keyway.Capability.SECOND_FACTOR_RECOVERY_CODE;
import static dev.keyway.Capability.SECOND_FACTOR_TOTP;
import static dev.keyway.Capability.TOTP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.SecondFactorKind;
import dev.keyway.SignInResult;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInfo;

/** SFC: recovery codes and codes that are sent, as second factors. */
abstract class SecondFactorCodeRules extends SecondFactorFixtures {

  private static final ErrorCode[] ENDED = {
    ErrorCode.CHALLENGE_EXPIRED, ErrorCode.CODE_EXPIRED, ErrorCode.CODE_REFUSED
  };

  SecondFactorCodeRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "SFC-001",
      value =
          "A recovery code is taken as it is typed and pasted: in capitals, with blanks, dashes or"
              + " unseen characters, in other scripts' digits",
      needs = {SECOND_FACTOR_RECOVERY_CODE, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aRecoveryCodeIsTakenAsTyped() {
    Enrolled ada = enrolled("ada");
    String code = ada.enrolment().recoveryCodes().get(0).reveal();
    OneTimeCode typed = Codes.pasted(code.toUpperCase(Locale.ROOT).replace("-", ""));
    assertTrue(ada.is(client().secondFactor().completeWithRecoveryCode(demand(ada), typed)));
  }

  @Rule(
      id = "SFC-002",
      value = "Another code can be sent, and the app still completes the same sign-in",
      needs = {
        SECOND_FACTOR_OTP,
        SECOND_FACTOR_TOTP,
        OTP_SMS,
        DELIVERY_ATTACH,
        TOTP,
        PASSWORD_SIGN_UP,
        PASSWORD_SIGN_IN
      })
  void anotherCodeCanBeSent() {
    Enrolled ada = enrolled("ada", SecondProof.TEXT_MESSAGE);
    SecondProof.Shown first = SecondProof.TEXT_MESSAGE.show(harness(), ada, demand(ada));
    SecondProof.Shown second = SecondProof.TEXT_MESSAGE.show(harness(), ada, first.handle());
    OneTimeCode appCode = ada.appCode(harness());
    assertTrue(ada.is(client().secondFactor().completeWithTotp(second.handle(), appCode)));
  }

  @Rule(
      id = "SFC-010",
      value = "A recovery code works once, also in another attempt, and the others go on",
      negative = true,
      needs = {SECOND_FACTOR_RECOVERY_CODE, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aRecoveryCodeWorksOnce() {
    Enrolled ada = enrolled("ada");
    OneTimeCode used = ada.enrolment().recoveryCodes().get(0);
    OneTimeCode other = ada.enrolment().recoveryCodes().get(1);
    client().secondFactor().completeWithRecoveryCode(demand(ada), used);
    ChallengeHandle later = demand(ada);
    refused(() -> client().secondFactor().completeWithRecoveryCode(later, used), SPENT);
    assertTrue(ada.is(client().secondFactor().completeWithRecoveryCode(later, other)));
    Set<OneTimeCode> left =
        new HashSet<>(client().totp().recoveryCodes(ada.who().in().user().id()));
    assertFalse(left.contains(used) || left.contains(other), "a used code is still listed");
  }

  @Rule(
      id = "SFC-011",
      value = "Of many completions with the same recovery code exactly one signs in",
      negative = true,
      needs = {SECOND_FACTOR_RECOVERY_CODE, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void ofManyWithOneRecoveryCodeExactlyOneSignsIn() {
    Enrolled ada = enrolled("ada");
    OneTimeCode code = ada.enrolment().recoveryCodes().get(0);
    ChallengeHandle handle = demand(ada);
    ConcurrentCalls<SignInResult> race =
        ConcurrentCalls.run(
            ConcurrentCalls.RACERS,
            () -> client().secondFactor().completeWithRecoveryCode(handle, code));
    assertEquals(1, race.winners().size(), () -> "refusals were " + race.refusals());
  }

  @Rule(
      id = "SFC-015",
      value = "Of many attempts at once with the same recovery code exactly one signs in",
      negative = true,
      needs = {SECOND_FACTOR_RECOVERY_CODE, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void ofManyAttemptsWithOneRecoveryCodeExactlyOneSignsIn() {
    Enrolled ada = enrolled("ada");
    OneTimeCode code = ada.enrolment().recoveryCodes().get(0);
    List<ChallengeHandle> attempts =
        Stream.generate(() -> demand(ada)).limit(ConcurrentCalls.RACERS).toList();
    ConcurrentCalls<SignInResult> race =
        ConcurrentCalls.run(
            attempts.size(),
            attempt ->
                () ->
                    client().secondFactor().completeWithRecoveryCode(attempts.get(attempt), code));
    assertEquals(1, race.winners().size(), () -> "refusals were " + race.refusals());
  }

  @Rule(
      id = "SFC-012",
      value = "A recovery code of another user is refused, and so are texts of other forms",
      negative = true,
      needs = {SECOND_FACTOR_RECOVERY_CODE, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aRecoveryCodeOfAnotherUserIsRefused() {
    Enrolled ada = enrolled("ada");
    Enrolled bob = enrolled("bob");
    ChallengeHandle handle = demand(ada);
    OneTimeCode bobs = bob.enrolment().recoveryCodes().get(0);
    refused(() -> client().secondFactor().completeWithRecoveryCode(handle, bobs), WRONG);
    for (String bad : new String[] {"1", "123456", "????-????-????", "a".repeat(64)}) {
      refused(
          () -> client().secondFactor().completeWithRecoveryCode(handle, OneTimeCode.of(bad)),
          WRONG);
    }
    assertTrue(
        client().totp().recoveryCodes(bob.who().in().user().id()).contains(bobs),
        "a try with another's code used it up");
  }

  @Rule(
      id = "SFC-013",
      value = "A recovery code is no code of the app, and the other way round",
      negative = true,
      needs = {
        SECOND_FACTOR_RECOVERY_CODE,
        SECOND_FACTOR_TOTP,
        TOTP,
        PASSWORD_SIGN_UP,
        PASSWORD_SIGN_IN
      })
  void aRecoveryCodeIsNoCodeOfTheApp() {
    Enrolled ada = enrolled("ada");
    ChallengeHandle handle = demand(ada);
    OneTimeCode recovery = ada.enrolment().recoveryCodes().get(0);
    OneTimeCode appCode = ada.appCode(harness());
    refused(() -> client().secondFactor().completeWithTotp(handle, recovery), WRONG);
    refused(() -> client().secondFactor().completeWithRecoveryCode(handle, appCode), WRONG);
  }

  @Rule(
      id = "SFC-014",
      value = "With a recovery code, too, an attempt that took too long is refused",
      negative = true,
      needs = {SECOND_FACTOR_RECOVERY_CODE, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aRecoveryCodeComesTooLate() {
    Enrolled ada = enrolled("ada");
    SignInResult.SecondFactorRequired demand = demand(FirstFactor.PASSWORD, ada);
    clock().advance(Duration.between(clock().now(), demand.expiresAt()).plusSeconds(30));
    OneTimeCode code = ada.enrolment().recoveryCodes().get(0);
    refused(
        () -> client().secondFactor().completeWithRecoveryCode(demand.handle(), code),
        ErrorCode.CHALLENGE_EXPIRED);
    assertTrue(
        ada.is(client().secondFactor().completeWithRecoveryCode(demand(ada), code)),
        "the late try used the code up");
  }

  @Rule(
      id = "SFC-020",
      value = "A code that was sent to another user completes nothing",
      negative = true,
      needs = {
        SECOND_FACTOR_OTP,
        OTP_SMS,
        DELIVERY_ATTACH,
        TOTP,
        PASSWORD_SIGN_UP,
        PASSWORD_SIGN_IN
      })
  void aCodeSentToAnotherUserCompletesNothing() {
    Enrolled ada = enrolled("ada", SecondProof.TEXT_MESSAGE);
    Enrolled bob = enrolled("bob", SecondProof.TEXT_MESSAGE);
    SecondProof.Shown adas = SecondProof.TEXT_MESSAGE.show(harness(), ada, demand(ada));
    SecondProof.Shown bobs = SecondProof.TEXT_MESSAGE.show(harness(), bob, demand(bob));
    refused(() -> SecondProof.TEXT_MESSAGE.complete(client(), bobs.at(adas.handle())), WRONG);
    refused(() -> SecondProof.TEXT_MESSAGE.complete(client(), adas.at(bobs.handle())), WRONG);
    assertTrue(ada.is(SecondProof.TEXT_MESSAGE.complete(client(), adas)));
  }

  @Rule(
      id = "SFC-021",
      value = "A sent code expires, and the attempt goes on",
      negative = true,
      needs = {
        SECOND_FACTOR_OTP,
        SECOND_FACTOR_TOTP,
        OTP_SMS,
        DELIVERY_ATTACH,
        TOTP,
        PASSWORD_SIGN_UP,
        PASSWORD_SIGN_IN
      })
  void aSentCodeExpires() {
    Enrolled ada = enrolled("ada", SecondProof.TEXT_MESSAGE);
    SignInResult.SecondFactorRequired demand = demand(FirstFactor.PASSWORD, ada);
    Challenge sent = client().secondFactor().sendOtp(demand.handle(), SecondFactorKind.SMS_OTP);
    OneTimeCode code = harness().messages().awaitCode(ada.who().phone().value());
    clock().advance(Duration.between(clock().now(), sent.expiresAt()).plusSeconds(5));
    refused(() -> client().secondFactor().completeWithOtp(sent.handle(), code), ENDED);
    if (clock().now().isBefore(demand.expiresAt())) {
      OneTimeCode appCode = ada.appCode(harness());
      assertTrue(ada.is(client().secondFactor().completeWithTotp(sent.handle(), appCode)));
    }
  }

  @Rule(
      id = "SFC-022",
      value = "A code is sent by no way that the sign-in does not ask for",
      negative = true,
      needs = {SECOND_FACTOR_OTP, TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aCodeIsSentByNoOtherWay() {
    Enrolled ada = enrolled("ada");
    SignInResult.SecondFactorRequired demand = demand(FirstFactor.PASSWORD, ada);
    assertFalse(demand.factors().contains(SecondFactorKind.SMS_OTP), demand::toString);
    for (SecondFactorKind kind :
        new SecondFactorKind[] {
          SecondFactorKind.SMS_OTP, SecondFactorKind.TOTP, SecondFactorKind.RECOVERY_CODE
        }) {
      refusedUnsent(
          () -> client().secondFactor().sendOtp(demand.handle(), kind), ErrorCode.INVALID_ARGUMENT);
    }
  }

  @Rule(
      id = "SFC-023",
      value = "The handle of a code for signing in completes no second factor, nor a demand unsent",
      negative = true,
      needs = {
        SECOND_FACTOR_OTP,
        OTP_SMS,
        DELIVERY_ATTACH,
        TOTP,
        PASSWORD_SIGN_UP,
        PASSWORD_SIGN_IN
      })
  void aHandleOfAnotherFlowCompletesNoSecondFactor() {
    Enrolled ada = enrolled("ada", SecondProof.TEXT_MESSAGE);
    ChallengeHandle demand = demand(ada);
    DeliveryOptions callback = DeliveryOptions.builder().callback(harness().callback()).build();
    ChallengeHandle signIn =
        client().otps().sendSms(harness().phoneNumber("bob"), callback).handle();
    OneTimeCode code = harness().messages().awaitCode(harness().phoneNumber("bob").value());
    refusedUnsent(
        () -> client().secondFactor().completeWithOtp(signIn, code), ErrorCode.CHALLENGE_INVALID);
    refusedUnsent(
        () -> client().secondFactor().completeWithOtp(demand, code), ErrorCode.CHALLENGE_INVALID);
    SecondProof.Shown shown = SecondProof.TEXT_MESSAGE.show(harness(), ada, demand);
    refusedUnsent(
        () -> client().otps().verify(shown.handle(), shown.code()), ErrorCode.CHALLENGE_INVALID);
  }
}
