package dev.keyway.emulator.internal.stytch.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments on the wire: RFC 3339 in UTC with whole seconds. */
public final class Timestamps {
  /** From here on a year has four digits. */
  private static final Instant FOUR_DIGITS = Instant.parse("0000-01-01T00:00:00Z");

  /** From here on it has more. */
  private static final Instant MORE_DIGITS = Instant.parse("+10000-01-01T00:00:00Z");

  private static final int LENGTH = "2030-01-01T00:00:00Z".length();

  private Timestamps() {}

  public static String text(Instant moment) {
    if (moment.isBefore(FOUR_DIGITS) || !moment.isBefore(MORE_DIGITS)) {
      return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
    // As Instant writes it, which takes a formatter and much longer.
    OffsetDateTime time = moment.atOffset(ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(LENGTH);
    twoDigits(text, time.getYear() / 100);
    twoDigits(text, time.getYear() % 100);
    twoDigits(text.append('-'), time.getMonthValue());
    twoDigits(text.append('-'), time.getDayOfMonth());
    twoDigits(text.append('T'), time.getHour());
    twoDigits(text.append(':'), time.getMinute());
    twoDigits(text.append(':'), time.getSecond());
    return text.append('Z').toString();
  }

  private static void twoDigits(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
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
