package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.internal.fault.VendorRateLimit;
import java.time.Duration;
import java.util.List;

/**
 * The limit of Stack Auth's development server, which sends {@code Retry-After} only sometimes,
 * here always; its production service has a firewall in front whose numbers are unknown.
 *
 * <p>Inferred: that a window begins with its first request.
 */
final class StackAuthRateLimits {
  static final List<VendorRateLimit> KNOWN =
      List.of(VendorRateLimit.of(List.of("stackauth.*"), 100, Duration.ofSeconds(10), true));

  private StackAuthRateLimits() {}
}
