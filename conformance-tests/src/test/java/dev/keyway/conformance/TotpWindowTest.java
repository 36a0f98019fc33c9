package dev.keyway.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.OneTimeCode;
import dev.keyway.SignInResult;
import dev.keyway.TotpEnrolment;
import dev.keyway.emulator.device.VirtualTotpDevice;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the vendors differ about the codes of an app: the neighbouring periods, and replays. */
class TotpWindowTest {

  /** Ada has an app, and it is the middle of a period in which none of its codes was used. */
  private record Scene(EmulatorHarness harness, EmailAddress ada, VirtualTotpDevice app)
      implements AutoCloseable {

    static Scene at(Vendor vendor) {
      EmulatorHarness harness = new EmulatorHarness(vendor);
      AuthClient client = harness.client();
      EmailAddress ada = harness.address("ada");
      harness.world().clock().freezeAt(Instant.parse("2030-01-01T00:00:15Z"));
      SignInResult.SignedIn in = client.passwords().signUp(ada, Samples.PASSWORD).orElseThrow();
      TotpEnrolment enrolment = client.totp().startEnrolment(in.tokens());
      VirtualTotpDevice app =
          VirtualTotpDevice.fromUri(enrolment.uri().reveal(), harness.world().clock());
      OneTimeCode first = OneTimeCode.of(app.code());
      client.totp().finishEnrolment(in.tokens(), enrolment.handle(), first);
      harness.world().clock().advance(Duration.ofMinutes(5));
      return new Scene(harness, ada, app);
    }

    String codeOfPeriod(int periods) {
      return app.codeAt(harness.world().clock().now().plus(app.period().multipliedBy(periods)));
    }

    String outcome(String code) {
      AuthClient client = harness.client();
      SignInResult.SecondFactorRequired demand =
          (SignInResult.SecondFactorRequired) client.passwords().signIn(ada, Samples.PASSWORD);
      try {
        client.secondFactor().completeWithTotp(demand.handle(), OneTimeCode.of(code));
        return "signed in";
      } catch (AuthException e) {
        return e.code().name();
      }
    }

    @Override
    public void close() {
      harness.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STACK_AUTH, -2, false",
    "STACK_AUTH, -1, false",
    "STACK_AUTH, 0, true",
    "STACK_AUTH, 1, false",
    "STYTCH, -2, false",
    "STYTCH, -1, true",
    "STYTCH, 0, true",
    "STYTCH, 1, true",
    "STYTCH, 2, false"
  })
  void aPeriodsCodeCountsWhereTheVendorSaysSo(Vendor vendor, int periods, boolean counts) {
    try (Scene scene = Scene.at(vendor)) {
      assertEquals(
          counts ? "signed in" : "CODE_INCORRECT", scene.outcome(scene.codeOfPeriod(periods)));
    }
  }

  @ParameterizedTest
  @CsvSource({"STACK_AUTH, signed in", "STYTCH, CODE_ALREADY_USED"})
  void theSameCodeInAnotherAttemptCountsWhereTheVendorSaysSo(Vendor vendor, String expected) {
    try (Scene scene = Scene.at(vendor)) {
      assertEquals("signed in", scene.outcome(scene.codeOfPeriod(0)));
      assertEquals(expected, scene.outcome(scene.codeOfPeriod(0)));
    }
  }

  @Test
  void afterALaterCodeNoEarlierOneCountsWhereCodesCountOnce() {
    try (Scene scene = Scene.at(Vendor.STYTCH)) {
      assertEquals("signed in", scene.outcome(scene.codeOfPeriod(0)));
      assertEquals("CODE_ALREADY_USED", scene.outcome(scene.codeOfPeriod(-1)));
      assertEquals("signed in", scene.outcome(scene.codeOfPeriod(1)));
    }
  }
}
