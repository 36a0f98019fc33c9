package dev.keyway.emulator.stytch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** RFC 3339 in UTC. An absent time is null, never the empty string. */
final class Timestamps {
  private Timestamps() {}

  /** As objects carry it. */
  static @Nullable String micros(@Nullable Instant moment) {
    return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS).toString();
  }

  /** As claims of a JWT carry it. */
  static String seconds(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
