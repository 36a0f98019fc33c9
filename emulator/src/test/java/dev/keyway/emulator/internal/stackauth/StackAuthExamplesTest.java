package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.internal.vendor.VendorExamplesRules;

/** What documents show of Stack Auth is there. */
class StackAuthExamplesTest extends VendorExamplesRules {
  StackAuthExamplesTest() {
    super(StackAuthConnection.ID, StackAuthExamples.ALL);
  }
}
