package dev.keyway.emulator.internal.stytch;

import dev.keyway.emulator.internal.vendor.VendorExamples;
import java.util.List;
import java.util.Map;

/** What documents show of Stytch. */
final class StytchExamples {
  static final VendorExamples ALL =
      new VendorExamples(
          "user-test-11111111-1111-4111-8111-111111111111",
          "locked",
          "stytch.password.authenticate",
          "unauthorized_credentials",
          List.of("stytch.password.create", "stytch.session.authenticate"),
          Map.of("lockThreshold", 3));

  private StytchExamples() {}
}
