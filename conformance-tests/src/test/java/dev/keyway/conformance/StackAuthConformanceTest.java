package dev.keyway.conformance;

import org.junit.jupiter.api.TestInfo;

class StackAuthConformanceTest extends AuthConformance {

  @Override
  protected AuthHarness openHarness(TestInfo test) {
    return new EmulatorHarness(Vendor.STACK_AUTH);
  }
}
