package dev.keyway.providers.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times in an answer, as milliseconds since 1970. */
public final class MilliTime {

  private static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  private MilliTime() {}

  /** The time; one before 1970 or after the year 9999 is an invalid answer. */
  public static @Nullable Instant read(@Nullable Long millis) {
    if (millis == null) {
      return null;
    }
    if (millis < 0 || millis > LATEST) {
      throw Answer.invalid("with a time out of range");
    }
    return Instant.ofEpochMilli(millis);
  }
}
