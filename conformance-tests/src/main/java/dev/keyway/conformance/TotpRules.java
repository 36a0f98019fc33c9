package dev.keyway.conformance;

import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SECOND_FACTOR_TOTP;
import static dev.keyway.Capability.TOTP;
import static dev.keyway.Capability.TOTP_RECOVERY_CODES;
import static dev.keyway.conformance.Samples.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.TotpEnrolment;
import java.time.Duration;
import java.util.HashSet;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** TTP: authenticator apps. */
abstract class TotpRules extends Rules {

  TotpRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "TTP-001",
      value = "An enrolment gives key, URI and QR codes, and its first code confirms it",
      needs = {TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void theFirstCodeConfirmsAnEnrolment() {
    SignInResult.SignedIn in = signUp(ada());
    TotpEnrolment enrolment = client().totp().startEnrolment(in.tokens());
    assertTrue(enrolment.key().reveal().matches("[A-Z2-7]+=*"), "the key is not base32");
    assertTrue(enrolment.uri().reveal().startsWith("otpauth://totp/"));
    assertEquals("image/png", enrolment.qrCodePng().mediaType());
    assertEquals("image/svg+xml", enrolment.qrCodeSvg().mediaType());
    assertAlive(confirm(in, enrolment));
    assertInstanceOf(
        SignInResult.SecondFactorRequired.class, client().passwords().signIn(ada(), PASSWORD));
  }

  @Rule(
      id = "TTP-002",
      value = "An app that was taken off is asked for no more, and another one can be enrolled",
      needs = {TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void anAppThatWasTakenOffIsAskedForNoMore() {
    SignInResult.SignedIn in = signUp(ada());
    enrol(in);
    client().totp().disable(in.user().id());
    SignInResult.SignedIn again = signIn(ada(), PASSWORD);
    enrol(again);
  }

  @Rule(
      id = "TTP-003",
      value = "Recovery codes are given at enrolment, all different, and can be read again",
      needs = {TOTP, TOTP_RECOVERY_CODES, PASSWORD_SIGN_UP})
  void recoveryCodesAreGiven() {
    SignInResult.SignedIn in = signUp(ada());
    TotpEnrolment enrolment = client().totp().startEnrolment(in.tokens());
    confirm(in, enrolment);
    assertFalse(enrolment.recoveryCodes().isEmpty());
    assertEquals(enrolment.recoveryCodes().size(), new HashSet<>(enrolment.recoveryCodes()).size());
    assertEquals(
        new HashSet<>(enrolment.recoveryCodes()),
        new HashSet<>(client().totp().recoveryCodes(in.user().id())));
  }

  @Rule(
      id = "TTP-004",
      value = "A code with blanks, as apps show it, confirms",
      needs = {TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aCodeWithBlanksConfirms() {
    SignInResult.SignedIn in = signUp(ada());
    TotpEnrolment enrolment = client().totp().startEnrolment(in.tokens());
    OneTimeCode typed = Codes.pasted(app().code(enrolment.uri()));
    client().totp().finishEnrolment(in.tokens(), enrolment.handle(), typed);
    assertInstanceOf(
        SignInResult.SecondFactorRequired.class, client().passwords().signIn(ada(), PASSWORD));
  }

  @Rule(
      id = "TTP-010",
      value = "An enrolment that was not confirmed is asked of no sign-in",
      negative = true,
      needs = {TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void anUnconfirmedEnrolmentIsAskedOfNobody() {
    client().totp().startEnrolment(signUp(ada()).tokens());
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "TTP-011",
      value = "A wrong first code is refused, and the right one still confirms",
      negative = true,
      needs = {TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aWrongFirstCodeIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    TotpEnrolment enrolment = client().totp().startEnrolment(in.tokens());
    OneTimeCode right = OneTimeCode.of(app().code(enrolment.uri()));
    refused(
        () -> client().totp().finishEnrolment(in.tokens(), enrolment.handle(), Codes.wrong(right)),
        ErrorCode.CODE_INCORRECT);
    signIn(ada(), PASSWORD);
    client().totp().finishEnrolment(in.tokens(), enrolment.handle(), right);
  }

  @Rule(
      id = "TTP-012",
      value = "A code of long ago, of long to come or of another form confirms nothing",
      negative = true,
      needs = {TOTP, PASSWORD_SIGN_UP})
  void aCodeOfAnotherTimeConfirmsNothing() {
    SignInResult.SignedIn in = signUp(ada());
    TotpEnrolment enrolment = client().totp().startEnrolment(in.tokens());
    for (String wrong :
        new String[] {
          app().codeAfter(enrolment.uri(), -10),
          app().codeAfter(enrolment.uri(), 10),
          "12345",
          "1234567",
          "abcdef",
          "\u0661\u0662\u0663\u0664\u0665\u0666"
        }) {
      refused(
          () ->
              client()
                  .totp()
                  .finishEnrolment(in.tokens(), enrolment.handle(), OneTimeCode.of(wrong)),
          ErrorCode.CODE_INCORRECT);
    }
  }

  @Rule(
      id = "TTP-013",
      value = "A second app is refused while there is one",
      negative = true,
      needs = {TOTP, PASSWORD_SIGN_UP})
  void aSecondAppIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    SessionTokens tokens = enrol(in);
    refused(() -> client().totp().startEnrolment(tokens), ErrorCode.FACTOR_ALREADY_ENROLLED);
  }

  @Rule(
      id = "TTP-014",
      value = "Taking an app off who has none is refused",
      negative = true,
      needs = {TOTP, PASSWORD_SIGN_UP})
  void takingOffWhatIsNotThereIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    refused(() -> client().totp().disable(in.user().id()), ErrorCode.FACTOR_NOT_ENROLLED);
  }

  @Rule(
      id = "TTP-015",
      value = "Another user can't confirm an enrolment",
      negative = true,
      needs = {TOTP, PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void anotherUserCantConfirmAnEnrolment() {
    SignInResult.SignedIn ada = signUp(ada());
    SignInResult.SignedIn bob = signUp(bob());
    TotpEnrolment enrolment = client().totp().startEnrolment(ada.tokens());
    OneTimeCode code = OneTimeCode.of(app().code(enrolment.uri()));
    refused(
        () -> client().totp().finishEnrolment(bob.tokens(), enrolment.handle(), code),
        ErrorCode.CHALLENGE_INVALID);
    signIn(bob(), PASSWORD);
  }

  @Rule(
      id = "TTP-016",
      value = "A handle that was changed, cut or made up confirms nothing",
      negative = true,
      needs = {TOTP, PASSWORD_SIGN_UP})
  void aChangedHandleConfirmsNothing() {
    SignInResult.SignedIn in = signUp(ada());
    TotpEnrolment enrolment = client().totp().startEnrolment(in.tokens());
    OneTimeCode code = OneTimeCode.of(app().code(enrolment.uri()));
    for (ChallengeHandle bad : Codes.tampered(enrolment.handle())) {
      refusedUnsent(
          () -> client().totp().finishEnrolment(in.tokens(), bad, code),
          ErrorCode.CHALLENGE_INVALID);
    }
  }

  @Rule(
      id = "TTP-017",
      value = "An enrolment that took too long confirms nothing",
      negative = true,
      needs = {TOTP, PASSWORD_SIGN_UP, SECOND_FACTOR_TOTP})
  void anEnrolmentThatTookTooLongConfirmsNothing() {
    SignInResult.SignedIn in = signUp(ada());
    TotpEnrolment enrolment = client().totp().startEnrolment(in.tokens());
    clock().advance(Duration.ofDays(2));
    SignInResult.SignedIn later = signIn(ada(), PASSWORD);
    OneTimeCode code = OneTimeCode.of(app().code(enrolment.uri()));
    refused(
        () -> client().totp().finishEnrolment(later.tokens(), enrolment.handle(), code),
        ErrorCode.CHALLENGE_EXPIRED);
  }

  @Rule(
      id = "TTP-018",
      value = "The text form of an enrolment shows neither key nor codes",
      negative = true,
      needs = {TOTP, PASSWORD_SIGN_UP})
  void theTextFormShowsNoKey() {
    TotpEnrolment enrolment = client().totp().startEnrolment(signUp(ada()).tokens());
    String text = enrolment.toString();
    assertFalse(text.contains(enrolment.key().reveal()));
    enrolment
        .recoveryCodes()
        .forEach(code -> assertFalse(text.contains(code.reveal()), "a recovery code shows"));
  }

  private Human.TotpApp app() {
    harness().clock().ifPresent(Codes::awaitFreshPeriod);
    return part(harness().human().totpApp(), "authenticator app", "there are no codes");
  }

  private SessionTokens enrol(SignInResult.SignedIn in) {
    return confirm(in, client().totp().startEnrolment(in.tokens()));
  }

  private SessionTokens confirm(SignInResult.SignedIn in, TotpEnrolment enrolment) {
    OneTimeCode code = OneTimeCode.of(app().code(enrolment.uri()));
    return client().totp().finishEnrolment(in.tokens(), enrolment.handle(), code);
  }
}
