package dev.keyway.emulator.internal.state;

import java.time.Duration;
import java.time.Instant;

/**
 * How long what is over stays known, so that a world's memory does not grow for ever. Longer than
 * any session lives, so that a test which moves the clock beyond an end still meets what ended.
 */
public final class Retention {
  /** How long after its end something is still known, by the world's clock. */
  public static final Duration TIME = Duration.ofDays(400);

  /** How many of a kind are known after their end; the earliest ones go first. */
  public static final int COUNT = 10_000;

  private Retention() {}

  /** Whether what ended at {@code end} is no longer known at {@code now}. */
  public static boolean over(Instant end, Instant now) {
    // Not by adding to either, which may leave the range of time.
    return Duration.between(end, now).compareTo(TIME) >= 0;
  }
}
