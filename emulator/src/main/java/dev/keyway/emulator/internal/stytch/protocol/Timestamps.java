package dev.keyway.emulator.internal.stytch.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments on the wire: RFC 3339 in UTC with whole seconds. */
public final class Timestamps {
  private Timestamps() {}

  public static String text(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Null for null: the vendor's Java SDK cannot read an empty string as an absent moment. */
  public static @Nullable String optional(@Nullable Instant moment) {
    return moment == null ? null : text(moment);
  }

  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
