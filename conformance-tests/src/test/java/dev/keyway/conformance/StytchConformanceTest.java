package dev.keyway.conformance;

import org.junit.jupiter.api.TestInfo;

class StytchConformanceTest extends AuthConformance {

  @Override
  protected AuthHarness openHarness(TestInfo test) {
    return new EmulatorHarness(Vendor.STYTCH);
  }
}
