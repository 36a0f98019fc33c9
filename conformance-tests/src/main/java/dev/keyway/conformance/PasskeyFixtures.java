package dev.keyway.conformance;

import dev.keyway.Passkey;
import dev.keyway.PasskeyCeremony;
import dev.keyway.SignInResult;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** People with passkeys. */
abstract class PasskeyFixtures extends Rules {

  PasskeyFixtures(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  final Human.Authenticator authenticator() {
    return part(harness().human().authenticator(), "authenticator", "there are no passkeys");
  }

  final Passkey register(SignInResult.SignedIn owner, Human.Authenticator authenticator) {
    PasskeyCeremony ceremony = client().passkeys().startRegistration(owner.tokens());
    return client()
        .passkeys()
        .finishRegistration(
            owner.tokens(), ceremony.handle(), authenticator.create(ceremony.optionsJson()));
  }

  final SignInResult signInWith(Human.Authenticator authenticator) {
    PasskeyCeremony ceremony = client().passkeys().startSignIn();
    return client()
        .passkeys()
        .finishSignIn(ceremony.handle(), authenticator.get(ceremony.optionsJson()));
  }
}
