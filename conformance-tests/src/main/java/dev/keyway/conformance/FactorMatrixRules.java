package dev.keyway.conformance;

import static dev.keyway.Capability.DELIVERY_ATTACH;
import static dev.keyway.Capability.MAGIC_LINK;
import static dev.keyway.Capability.OAUTH;
import static dev.keyway.Capability.OTP_EMAIL;
import static dev.keyway.Capability.OTP_SMS;
import static dev.keyway.Capability.PASSKEY;
import static dev.keyway.Capability.PASSWORD_RESET;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SECOND_FACTOR_OTP;
import static dev.keyway.Capability.SECOND_FACTOR_RECOVERY_CODE;
import static dev.keyway.Capability.SECOND_FACTOR_TOTP;
import static dev.keyway.Capability.TOTP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthenticationFactor;
import dev.keyway.ErrorCode;
import dev.keyway.FactorKind;
import dev.keyway.SignInResult;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestInfo;

/**
 * MFA: every first factor with every second one. A rule's number says which: the tens are password,
 * mailed code, mailed link, identity provider and passkey, the ones are app, recovery code, text
 * message and mailed code.
 */
abstract class FactorMatrixRules extends SecondFactorFixtures {

  FactorMatrixRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "MFA-011",
      value = "A password and the app's code sign in",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SECOND_FACTOR_TOTP, TOTP})
  void aPasswordAndTheApp() {
    signsIn(FirstFactor.PASSWORD, SecondProof.APP);
  }

  @Rule(
      id = "MFA-012",
      value = "A password and a recovery code sign in",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SECOND_FACTOR_RECOVERY_CODE, TOTP})
  void aPasswordAndARecoveryCode() {
    signsIn(FirstFactor.PASSWORD, SecondProof.RECOVERY_CODE);
  }

  @Rule(
      id = "MFA-013",
      value = "A password and a texted code sign in",
      needs = {
        PASSWORD_SIGN_UP,
        PASSWORD_SIGN_IN,
        SECOND_FACTOR_OTP,
        OTP_SMS,
        DELIVERY_ATTACH,
        TOTP
      })
  void aPasswordAndATextMessage() {
    signsIn(FirstFactor.PASSWORD, SecondProof.TEXT_MESSAGE);
  }

  @Rule(
      id = "MFA-014",
      value = "A password and a mailed code sign in",
      needs = {
        PASSWORD_SIGN_UP,
        PASSWORD_SIGN_IN,
        SECOND_FACTOR_OTP,
        OTP_EMAIL,
        PASSWORD_RESET,
        TOTP
      })
  void aPasswordAndAMailedCode() {
    signsIn(FirstFactor.PASSWORD, SecondProof.MAILED_CODE);
  }

  @Rule(
      id = "MFA-021",
      value = "A mailed code and the app's code sign in",
      needs = {OTP_EMAIL, SECOND_FACTOR_TOTP, TOTP})
  void aMailedCodeAndTheApp() {
    signsIn(FirstFactor.CODE, SecondProof.APP);
  }

  @Rule(
      id = "MFA-022",
      value = "A mailed code and a recovery code sign in",
      needs = {OTP_EMAIL, SECOND_FACTOR_RECOVERY_CODE, TOTP})
  void aMailedCodeAndARecoveryCode() {
    signsIn(FirstFactor.CODE, SecondProof.RECOVERY_CODE);
  }

  @Rule(
      id = "MFA-023",
      value = "A mailed code and a texted code sign in",
      needs = {OTP_EMAIL, SECOND_FACTOR_OTP, OTP_SMS, DELIVERY_ATTACH, TOTP})
  void aMailedCodeAndATextMessage() {
    signsIn(FirstFactor.CODE, SecondProof.TEXT_MESSAGE);
  }

  @Rule(
      id = "MFA-024",
      value = "After a mailed code the same mailbox proves nothing more",
      negative = true,
      needs = {OTP_EMAIL, SECOND_FACTOR_OTP, TOTP})
  void aMailedCodeAndAMailedCode() {
    mailboxIsNotAskedTwice(FirstFactor.CODE);
  }

  @Rule(
      id = "MFA-031",
      value = "A mailed link and the app's code sign in",
      needs = {MAGIC_LINK, SECOND_FACTOR_TOTP, TOTP})
  void aMailedLinkAndTheApp() {
    signsIn(FirstFactor.LINK, SecondProof.APP);
  }

  @Rule(
      id = "MFA-032",
      value = "A mailed link and a recovery code sign in",
      needs = {MAGIC_LINK, SECOND_FACTOR_RECOVERY_CODE, TOTP})
  void aMailedLinkAndARecoveryCode() {
    signsIn(FirstFactor.LINK, SecondProof.RECOVERY_CODE);
  }

  @Rule(
      id = "MFA-033",
      value = "A mailed link and a texted code sign in",
      needs = {MAGIC_LINK, SECOND_FACTOR_OTP, OTP_SMS, DELIVERY_ATTACH, TOTP})
  void aMailedLinkAndATextMessage() {
    signsIn(FirstFactor.LINK, SecondProof.TEXT_MESSAGE);
  }

  @Rule(
      id = "MFA-034",
      value = "After a mailed link the same mailbox proves nothing more",
      negative = true,
      needs = {MAGIC_LINK, SECOND_FACTOR_OTP, TOTP})
  void aMailedLinkAndAMailedCode() {
    mailboxIsNotAskedTwice(FirstFactor.LINK);
  }

  @Rule(
      id = "MFA-041",
      value = "An identity provider and the app's code sign in",
      needs = {OAUTH, SECOND_FACTOR_TOTP, TOTP})
  void anIdentityProviderAndTheApp() {
    signsIn(FirstFactor.OAUTH, SecondProof.APP);
  }

  @Rule(
      id = "MFA-042",
      value = "An identity provider and a recovery code sign in",
      needs = {OAUTH, SECOND_FACTOR_RECOVERY_CODE, TOTP})
  void anIdentityProviderAndARecoveryCode() {
    signsIn(FirstFactor.OAUTH, SecondProof.RECOVERY_CODE);
  }

  @Rule(
      id = "MFA-043",
      value = "An identity provider and a texted code sign in",
      needs = {OAUTH, SECOND_FACTOR_OTP, OTP_SMS, DELIVERY_ATTACH, TOTP})
  void anIdentityProviderAndATextMessage() {
    signsIn(FirstFactor.OAUTH, SecondProof.TEXT_MESSAGE);
  }

  @Rule(
      id = "MFA-044",
      value = "An identity provider and a mailed code sign in",
      needs = {OAUTH, SECOND_FACTOR_OTP, OTP_EMAIL, TOTP})
  void anIdentityProviderAndAMailedCode() {
    signsIn(FirstFactor.OAUTH, SecondProof.MAILED_CODE);
  }

  @Rule(
      id = "MFA-051",
      value = "A passkey and the app's code sign in",
      needs = {PASSKEY, PASSWORD_SIGN_UP, SECOND_FACTOR_TOTP, TOTP})
  void aPasskeyAndTheApp() {
    signsIn(FirstFactor.PASSKEY, SecondProof.APP);
  }

  @Rule(
      id = "MFA-052",
      value = "A passkey and a recovery code sign in",
      needs = {PASSKEY, PASSWORD_SIGN_UP, SECOND_FACTOR_RECOVERY_CODE, TOTP})
  void aPasskeyAndARecoveryCode() {
    signsIn(FirstFactor.PASSKEY, SecondProof.RECOVERY_CODE);
  }

  @Rule(
      id = "MFA-053",
      value = "A passkey and a texted code sign in",
      needs = {PASSKEY, PASSWORD_SIGN_UP, SECOND_FACTOR_OTP, OTP_SMS, DELIVERY_ATTACH, TOTP})
  void aPasskeyAndATextMessage() {
    signsIn(FirstFactor.PASSKEY, SecondProof.TEXT_MESSAGE);
  }

  @Rule(
      id = "MFA-054",
      value = "A passkey and a mailed code sign in",
      needs = {PASSKEY, PASSWORD_SIGN_UP, SECOND_FACTOR_OTP, OTP_EMAIL, PASSWORD_RESET, TOTP})
  void aPasskeyAndAMailedCode() {
    signsIn(FirstFactor.PASSKEY, SecondProof.MAILED_CODE);
  }

  /** The demand is no session, a wrong code leaves it open, the right one completes it once. */
  private void signsIn(FirstFactor first, SecondProof second) {
    Enrolled ada = enrolled(first, "ada", second);
    SignInResult.SecondFactorRequired demand = demand(first, ada);
    assertTrue(demand.factors().contains(second.kind()), demand::toString);
    assertFalse(demand.toString().contains(demand.handle().reveal()), "the handle shows");
    SecondProof.Shown shown = second.show(harness(), ada, demand.handle());
    refused(() -> second.complete(client(), shown.wrong()), WRONG);
    SignInResult.SignedIn in = second.complete(client(), shown);
    assertTrue(ada.is(in), () -> "signed in as " + in.user());
    assertRestsOn(in, first, second);
    assertAlive(in.tokens());
    refused(() -> second.complete(client(), shown), SPENT);
  }

  /** One session with both proofs, where the provider tells what a session rests on. */
  private static void assertRestsOn(
      SignInResult.SignedIn in, FirstFactor first, SecondProof second) {
    Set<FactorKind> proofs =
        in.session().factors().stream().map(AuthenticationFactor::kind).collect(Collectors.toSet());
    if (!proofs.isEmpty()) {
      assertEquals(Set.of(first.proof(), second.proof()), proofs);
    }
  }

  private void mailboxIsNotAskedTwice(FirstFactor first) {
    Enrolled ada = enrolled(first, "ada");
    SignInResult.SecondFactorRequired demand = demand(first, ada);
    assertFalse(demand.factors().contains(SecondProof.MAILED_CODE.kind()), demand::toString);
    refusedUnsent(
        () -> client().secondFactor().sendOtp(demand.handle(), SecondProof.MAILED_CODE.kind()),
        ErrorCode.INVALID_ARGUMENT);
  }
}
