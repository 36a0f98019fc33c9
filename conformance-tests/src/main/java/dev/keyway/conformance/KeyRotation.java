package dev.keyway.conformance;

import java.time.Duration;

/** The keys that the project signs its tokens with. */
public interface KeyRotation {

  /**
   * Signs with a new key from now on. The key set has the older ones for as long as {@code overlap}
   * by the project's {@linkplain AuthHarness#clock() time}, and then no longer.
   */
  void rotate(Duration overlap);
}
