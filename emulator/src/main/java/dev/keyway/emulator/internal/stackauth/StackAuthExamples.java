package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.vendor.VendorExamples;
import java.util.List;
import java.util.Map;

/** What documents show of Stack Auth. */
final class StackAuthExamples {
  private static final String CODE = KnownError.EMAIL_PASSWORD_MISMATCH.name();

  static final VendorExamples ALL =
      new VendorExamples(
          "11111111-1111-4111-8111-111111111111",
          "restricted by an administrator",
          new Operation(
              StackAuthConnection.ID,
              "stackauth.password.sign-in",
              "POST",
              "/api/v1/auth/password/sign-in",
              Provenance.VENDOR_SOURCE,
              "backend source: auth/password/sign-in",
              true,
              List.of(CODE)),
          new EmulatedError(
              StackAuthConnection.ID,
              CODE,
              400,
              Provenance.VENDOR_SOURCE,
              "Wrong e-mail or password."),
          List.of("stackauth.password.sign-up", "stackauth.user.get-me"),
          Map.of("magicLinkEnabled", true));

  private StackAuthExamples() {}
}
