package dev.keyway.conformance;

import dev.keyway.AuthClient;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.FactorKind;
import dev.keyway.OneTimeCode;
import dev.keyway.Passwords;
import dev.keyway.SecondFactorKind;
import dev.keyway.SignInResult;
import dev.keyway.UserEmail;
import dev.keyway.conformance.SecondFactorFixtures.Enrolled;
import java.net.URI;

/** The ways to complete a sign-in that stopped for a second factor, as one person goes them. */
enum SecondProof {
  APP(SecondFactorKind.TOTP, FactorKind.TOTP) {
    @Override
    Shown show(AuthHarness harness, Enrolled who, ChallengeHandle demand) {
      return new Shown(demand, who.appCode(harness));
    }

    @Override
    SignInResult.SignedIn complete(AuthClient client, Shown shown) {
      return client.secondFactor().completeWithTotp(shown.handle(), shown.code());
    }
  },
  RECOVERY_CODE(SecondFactorKind.RECOVERY_CODE, FactorKind.RECOVERY_CODE) {
    @Override
    Shown show(AuthHarness harness, Enrolled who, ChallengeHandle demand) {
      return new Shown(demand, who.enrolment().recoveryCodes().get(0));
    }

    @Override
    SignInResult.SignedIn complete(AuthClient client, Shown shown) {
      return client.secondFactor().completeWithRecoveryCode(shown.handle(), shown.code());
    }
  },
  TEXT_MESSAGE(SecondFactorKind.SMS_OTP, FactorKind.SMS_OTP) {
    @Override
    SecondFactorFixtures.Newcomer prepare(AuthHarness harness, SecondFactorFixtures.Newcomer who) {
      DeliveryOptions toAccount = DeliveryOptions.builder().attachTo(who.in().tokens()).build();
      Challenge sent = harness.client().otps().sendSms(who.phone(), toAccount);
      OneTimeCode code = harness.messages().awaitCode(who.phone().value());
      harness.client().otps().verify(sent.handle(), code);
      return who;
    }

    @Override
    Shown show(AuthHarness harness, Enrolled who, ChallengeHandle demand) {
      Challenge sent = harness.client().secondFactor().sendOtp(demand, SecondFactorKind.SMS_OTP);
      return new Shown(sent.handle(), harness.messages().awaitCode(who.who().phone().value()));
    }

    @Override
    SignInResult.SignedIn complete(AuthClient client, Shown shown) {
      return client.secondFactor().completeWithOtp(shown.handle(), shown.code());
    }
  },
  MAILED_CODE(SecondFactorKind.EMAIL_OTP, FactorKind.EMAIL_OTP) {
    /** Only a verified address is asked; the mail for a new password verifies it too. */
    @Override
    SecondFactorFixtures.Newcomer prepare(AuthHarness harness, SecondFactorFixtures.Newcomer who) {
      if (who.in().user().emails().stream().anyMatch(UserEmail::verified)) {
        return who;
      }
      Passwords passwords = harness.client().passwords();
      passwords.startReset(who.email(), harness.callback());
      URI link =
          harness.messages().awaitLink(who.email().value(), SentMessages.LinkKind.PASSWORD_RESET);
      passwords.finishReset(harness.human().follow(link), Samples.PASSWORD);
      return who.with(passwords.signIn(who.email(), Samples.PASSWORD).orElseThrow());
    }

    @Override
    Shown show(AuthHarness harness, Enrolled who, ChallengeHandle demand) {
      Challenge sent = harness.client().secondFactor().sendOtp(demand, SecondFactorKind.EMAIL_OTP);
      return new Shown(sent.handle(), harness.messages().awaitCode(who.who().email().value()));
    }

    @Override
    SignInResult.SignedIn complete(AuthClient client, Shown shown) {
      return client.secondFactor().completeWithOtp(shown.handle(), shown.code());
    }
  };

  /** A code and the handle that it completes. */
  record Shown(ChallengeHandle handle, OneTimeCode code) {
    Shown wrong() {
      return new Shown(handle, Codes.wrong(code));
    }

    Shown at(ChallengeHandle other) {
      return new Shown(other, code);
    }
  }

  private final SecondFactorKind kind;
  private final FactorKind proof;

  SecondProof(SecondFactorKind kind, FactorKind proof) {
    this.kind = kind;
    this.proof = proof;
  }

  /** What a demand calls it. */
  SecondFactorKind kind() {
    return kind;
  }

  /** What a session calls it. */
  FactorKind proof() {
    return proof;
  }

  /**
   * What the person does beforehand, besides enrolling an app.
   *
   * @return the same person, perhaps in another session
   */
  SecondFactorFixtures.Newcomer prepare(AuthHarness harness, SecondFactorFixtures.Newcomer who) {
    return who;
  }

  /** Gets a code that completes the sign-in. */
  abstract Shown show(AuthHarness harness, Enrolled who, ChallengeHandle demand);

  /** Completes with it. */
  abstract SignInResult.SignedIn complete(AuthClient client, Shown shown);
}
