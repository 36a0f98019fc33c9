package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.internal.vendor.VendorExamples;
import java.util.List;
import java.util.Map;

/** What documents show of Stack Auth. */
final class StackAuthExamples {
  static final VendorExamples ALL =
      new VendorExamples(
          "11111111-1111-4111-8111-111111111111",
          "restricted by an administrator",
          "stackauth.password.sign-in",
          "EMAIL_PASSWORD_MISMATCH",
          List.of("stackauth.password.sign-up", "stackauth.user.get-me"),
          Map.of("magicLinkEnabled", true));

  private StackAuthExamples() {}
}
