package dev.keyway.conformance;

import dev.keyway.AuthClient;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.FactorKind;
import dev.keyway.OAuthAuthorization;
import dev.keyway.PasskeyCeremony;
import dev.keyway.SignInResult;
import java.net.URI;

/** The ways to begin a sign-in, as one person goes them. */
enum FirstFactor {
  PASSWORD(FactorKind.PASSWORD) {
    @Override
    SignInResult signIn(AuthHarness harness, EmailAddress who, Hand hand) {
      return harness.client().passwords().signIn(who, Samples.PASSWORD);
    }

    @Override
    SignInResult.SignedIn begin(AuthHarness harness, EmailAddress who, Hand hand) {
      return harness.client().passwords().signUp(who, Samples.PASSWORD).orElseThrow();
    }
  },
  CODE(FactorKind.EMAIL_OTP) {
    @Override
    SignInResult signIn(AuthHarness harness, EmailAddress who, Hand hand) {
      DeliveryOptions options = DeliveryOptions.builder().callback(harness.callback()).build();
      Challenge challenge = harness.client().otps().sendEmail(who, options);
      return harness
          .client()
          .otps()
          .verify(challenge.handle(), harness.messages().awaitCode(who.value()));
    }
  },
  LINK(FactorKind.MAGIC_LINK) {
    @Override
    SignInResult signIn(AuthHarness harness, EmailAddress who, Hand hand) {
      harness.client().magicLinks().send(who, harness.callback());
      URI link = harness.messages().awaitLink(who.value(), SentMessages.LinkKind.SIGN_IN);
      return harness.client().magicLinks().authenticate(harness.human().follow(link));
    }
  },
  OAUTH(FactorKind.OAUTH) {
    @Override
    SignInResult signIn(AuthHarness harness, EmailAddress who, Hand hand) {
      Human.Consent consent =
          Rules.part(harness.human().consent(), "consent pages", "nobody can agree");
      OAuthAuthorization start =
          harness.client().oauth().authorize(consent.provider(), harness.callback());
      URI back =
          consent
              .approve(start.location(), who)
              .orElseThrow(() -> new AssertionError("the browser did not come back"));
      return harness.client().oauth().exchange(back, start.handle()).result();
    }
  },
  PASSKEY(FactorKind.PASSKEY) {
    @Override
    SignInResult signIn(AuthHarness harness, EmailAddress who, Hand hand) {
      PasskeyCeremony ceremony = harness.client().passkeys().startSignIn();
      return harness
          .client()
          .passkeys()
          .finishSignIn(ceremony.handle(), hand.authenticator().get(ceremony.optionsJson()));
    }

    @Override
    SignInResult.SignedIn begin(AuthHarness harness, EmailAddress who, Hand hand) {
      AuthClient client = harness.client();
      SignInResult.SignedIn in = client.passwords().signUp(who, Samples.PASSWORD).orElseThrow();
      PasskeyCeremony ceremony = client.passkeys().startRegistration(in.tokens());
      ChallengeHandle handle = ceremony.handle();
      client
          .passkeys()
          .finishRegistration(
              in.tokens(), handle, hand.authenticator().create(ceremony.optionsJson()));
      return in;
    }
  };

  /** What the person holds through the test. */
  interface Hand {
    Human.Authenticator authenticator();
  }

  private final FactorKind proof;

  FirstFactor(FactorKind proof) {
    this.proof = proof;
  }

  /** What a session calls it. */
  FactorKind proof() {
    return proof;
  }

  /** Signs in by this factor. */
  abstract SignInResult signIn(AuthHarness harness, EmailAddress who, Hand hand);

  /** Makes an account that can sign in by this factor, and signs it in. */
  SignInResult.SignedIn begin(AuthHarness harness, EmailAddress who, Hand hand) {
    return signIn(harness, who, hand).orElseThrow();
  }
}
