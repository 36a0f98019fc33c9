package dev.keyway.emulator.internal.stytch;

import dev.keyway.emulator.internal.vendor.VendorExamplesRules;

/** What documents show of Stytch is there. */
class StytchExamplesTest extends VendorExamplesRules {
  StytchExamplesTest() {
    super(StytchConnection.ID, StytchExamples.ALL);
  }
}
