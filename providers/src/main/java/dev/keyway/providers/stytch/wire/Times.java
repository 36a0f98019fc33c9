package dev.keyway.providers.stytch.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Stytch's times: RFC 3339, and absent or blank for none. */
public final class Times {

  private Times() {}

  public static @Nullable Instant read(@Nullable Object text) {
    if (!(text instanceof String time) || time.isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException e) {
      throw InvalidResponse.of("with a time that is not RFC 3339");
    }
  }
}
