package dev.keyway.emulator.internal.control;

import java.time.Duration;
import java.time.Instant;

/** Which moments a world's clock can be sent to. */
final class Instants {
  private static final Instant FIRST = Instant.EPOCH;

  /** Beyond it neither a JWT's date nor a vendor's timestamp has four digits for the year. */
  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  /** The longest step: enough to cross the whole range. */
  static final Duration FARTHEST = Duration.between(FIRST, LAST);

  private Instants() {}

  static boolean reasonable(Instant moment) {
    return !moment.isBefore(FIRST) && moment.isBefore(LAST);
  }
}
