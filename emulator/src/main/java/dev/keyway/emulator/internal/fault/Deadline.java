package dev.keyway.emulator.internal.fault;

import java.time.Duration;

/** A moment of real time, which goes on whatever the world's clock does. */
final class Deadline {
  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The moment {@code from} now. */
  static Deadline in(Duration from) {
    return new Deadline(System.nanoTime() + from.toNanos());
  }

  /** How long until then; zero when it has passed. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }
}
