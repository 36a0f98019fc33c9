package dev.keyway.emulator.internal.stytch;

import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.vendor.VendorExamples;
import java.util.List;
import java.util.Map;

/** What documents show of Stytch. */
final class StytchExamples {
  private static final String CODE = "unauthorized_credentials";

  static final VendorExamples ALL =
      new VendorExamples(
          "user-test-11111111-1111-4111-8111-111111111111",
          "locked",
          new Operation(
              StytchConnection.ID,
              "stytch.password.authenticate",
              "POST",
              "/v1/passwords/authenticate",
              Provenance.DOCUMENTED,
              "stytch-java consumer/api/passwords",
              true,
              List.of(CODE)),
          new EmulatedError(
              StytchConnection.ID, CODE, 401, Provenance.DOCUMENTED, "Wrong e-mail or password."),
          List.of("stytch.password.create", "stytch.session.authenticate"),
          Map.of("lockThreshold", 3));

  private StytchExamples() {}
}
