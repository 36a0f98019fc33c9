package dev.keyway.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyway.Capability;
import dev.keyway.Challenge;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthSignIn;
import dev.keyway.OneTimeCode;
import dev.keyway.SignInResult;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thousand codes and callbacks, each spent by two threads at the same time. */
class DoubleSpendTest {

  private static final int ROUNDS = 1_000;

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aCodeIsNeverSpentTwice(Vendor vendor) {
    try (EmulatorHarness harness = new EmulatorHarness(vendor)) {
      assumeTrue(harness.client().supports(Capability.OTP_EMAIL), "there are no codes");
      EmailAddress ada = harness.address("ada");
      DeliveryOptions options = DeliveryOptions.builder().callback(harness.callback()).build();
      for (int round = 0; round < ROUNDS; round++) {
        Challenge challenge = harness.client().otps().sendEmail(ada, options);
        OneTimeCode code = harness.messages().awaitCode(ada.value());
        ConcurrentCalls<SignInResult> race =
            ConcurrentCalls.run(2, () -> harness.client().otps().verify(challenge.handle(), code));
        int number = round;
        assertEquals(1, race.winners().size(), () -> "in round " + number + ": " + race.refusals());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void anOAuthCallbackIsNeverSpentTwice(Vendor vendor) {
    try (EmulatorHarness harness = new EmulatorHarness(vendor)) {
      assumeTrue(harness.client().supports(Capability.OAUTH), "there is no OAuth");
      Human.Consent consent = harness.human().consent().orElseThrow();
      for (int round = 0; round < ROUNDS; round++) {
        OAuthAuthorization start =
            harness.client().oauth().authorize(consent.provider(), harness.callback());
        URI back = consent.approve(start.location(), harness.address("ada")).orElseThrow();
        ConcurrentCalls<OAuthSignIn> race =
            ConcurrentCalls.run(2, () -> harness.client().oauth().exchange(back, start.handle()));
        int number = round;
        assertEquals(1, race.winners().size(), () -> "in round " + number + ": " + race.refusals());
      }
    }
  }
}
