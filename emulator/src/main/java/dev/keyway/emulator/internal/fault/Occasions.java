package dev.keyway.emulator.internal.fault;

import java.util.OptionalInt;

/**
 * Which requests a fault meets.
 *
 * @param operation an operation id, or the beginning of some followed by {@code *}
 * @param times how often at most; empty for any number of times
 * @param after how many it leaves alone first
 * @param every of those that come then, only every so-manieth
 */
record Occasions(String operation, OptionalInt times, int after, int every) {
  Occasions {
    if (times.isPresent() && times.getAsInt() < 1) {
      throw new IllegalArgumentException("times must be at least 1 but is " + times.getAsInt());
    }
    if (after < 0) {
      throw new IllegalArgumentException("after must not be negative but is " + after);
    }
    if (every < 1) {
      throw new IllegalArgumentException("every must be at least 1 but is " + every);
    }
  }

  /** Every request. */
  static Occasions all(String operation) {
    return new Occasions(operation, OptionalInt.empty(), 0, 1);
  }

  Occasions times(int count) {
    return new Occasions(operation, OptionalInt.of(count), after, every);
  }

  Occasions after(int count) {
    return new Occasions(operation, times, count, every);
  }

  Occasions every(int nth) {
    return new Occasions(operation, times, after, nth);
  }
}
