package dev.keyway.emulator.internal.stytch;

import dev.keyway.emulator.internal.fault.VendorRateLimit;
import java.time.Duration;
import java.util.List;

/**
 * The numbers of Stytch's documentation, which names fixed windows and no {@code Retry-After}.
 *
 * <p>Inferred: that a window begins with its first request.
 */
final class StytchRateLimits {
  static final List<VendorRateLimit> KNOWN =
      List.of(
          VendorRateLimit.of(List.of("stytch.user.search"), 150, Duration.ofMinutes(1), false),
          VendorRateLimit.of(List.of("stytch.password.migrate"), 100, Duration.ofSeconds(1), false),
          VendorRateLimit.perEmail(
              List.of(
                  "stytch.magic-link.email-send",
                  "stytch.magic-link.email-login-or-create",
                  "stytch.magic-link.email-invite"),
              1,
              Duration.ofSeconds(1)));

  private StytchRateLimits() {}
}
