package dev.keyway.conformance;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.keyway.ChallengeHandle;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.PhoneNumber;
import dev.keyway.SignInResult;
import dev.keyway.TotpEnrolment;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** People with a second factor, on the way to it. */
abstract class SecondFactorFixtures extends Rules {

  /** What becomes of a code or an attempt that was used. */
  static final ErrorCode[] SPENT = {
    ErrorCode.CODE_ALREADY_USED,
    ErrorCode.CODE_INCORRECT,
    ErrorCode.CODE_REFUSED,
    ErrorCode.CHALLENGE_INVALID,
    ErrorCode.CHALLENGE_EXPIRED
  };

  /** What a code is that some providers can't tell from a used or expired one. */
  static final ErrorCode[] WRONG = {ErrorCode.CODE_INCORRECT, ErrorCode.CODE_REFUSED};

  SecondFactorFixtures(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  /** Somebody who just signed up. */
  record Newcomer(
      SignInResult.SignedIn in, EmailAddress email, PhoneNumber phone, FirstFactor.Hand hand) {
    Newcomer with(SignInResult.SignedIn later) {
      return new Newcomer(later, email, phone, hand);
    }
  }

  /** Somebody with an authenticator app, and whatever else was prepared. */
  record Enrolled(Newcomer who, TotpEnrolment enrolment) {
    OneTimeCode appCode(AuthHarness harness) {
      harness.clock().ifPresent(Codes::awaitFreshPeriod);
      Human.TotpApp app =
          part(harness.human().totpApp(), "authenticator app", "there are no codes");
      return OneTimeCode.of(app.code(enrolment.uri()));
    }

    boolean is(SignInResult.SignedIn in) {
      return who.in().user().id().equals(in.user().id());
    }
  }

  final Enrolled enrolled(FirstFactor first, String name, SecondProof... prepared) {
    Human.Authenticator held =
        part(harness().human().authenticator(), "authenticator", "there are no passkeys");
    EmailAddress email = harness().address(name);
    SignInResult.SignedIn in = first.begin(harness(), email, () -> held);
    Newcomer who = new Newcomer(in, email, harness().phoneNumber(name), () -> held);
    for (SecondProof proof : prepared) {
      who = proof.prepare(harness(), who);
    }
    TotpEnrolment enrolment = client().totp().startEnrolment(who.in().tokens());
    Enrolled enrolled = new Enrolled(who, enrolment);
    OneTimeCode code = enrolled.appCode(harness());
    client().totp().finishEnrolment(who.in().tokens(), enrolment.handle(), code);
    // The enrolment's code may not be good twice: go on to another period.
    clock().advance(Duration.ofMinutes(2));
    return enrolled;
  }

  /** The same with a password, which every account of the project can have. */
  final Enrolled enrolled(String name, SecondProof... prepared) {
    return enrolled(FirstFactor.PASSWORD, name, prepared);
  }

  final SignInResult.SecondFactorRequired demand(FirstFactor first, Enrolled enrolled) {
    return assertInstanceOf(
        SignInResult.SecondFactorRequired.class,
        first.signIn(harness(), enrolled.who().email(), enrolled.who().hand()));
  }

  final ChallengeHandle demand(Enrolled enrolled) {
    return demand(FirstFactor.PASSWORD, enrolled).handle();
  }
}
