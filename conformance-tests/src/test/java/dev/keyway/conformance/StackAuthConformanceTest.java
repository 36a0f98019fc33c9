package dev.keyway.conformance;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;

/** The suite; while it runs, no secret may be seen in a log, at any level, or in a text form. */
class StackAuthConformanceTest extends AuthConformance {

  private static final SecretWatch WATCH = new SecretWatch();

  @BeforeAll
  static void watch() {
    WATCH.begin();
  }

  @AfterAll
  static void noSecretWasSeen() {
    WATCH.end();
  }

  @Override
  protected AuthHarness openHarness(TestInfo test) {
    return EmulatorHarness.watched(Vendor.STACK_AUTH, WATCH);
  }
}
