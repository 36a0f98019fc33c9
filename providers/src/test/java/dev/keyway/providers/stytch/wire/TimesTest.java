package dev.keyway.providers.stytch.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.AuthException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T12:34:56Z",
        "2024-02-29T23:59:59Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "1969-12-31T23:59:59Z",
        "2026-03-01T12:34:56.789Z",
        "2026-03-01T12:34:56+01:00",
        "2026-03-01t12:34:56z",
        "2026-03-01T12:34Z",
      })
  void timesAreReadAsTheJdkReadsThem(String text) {
    assertEquals(OffsetDateTime.parse(text).toInstant(), Times.read(text));
  }

  /** Of the usual form, and times that are none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29T12:34:56Z",
        "2026-13-01T12:34:56Z",
        "2026-00-01T12:34:56Z",
        "2026-03-32T12:34:56Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T12:60:56Z",
        "2026-03-01T12:34:60Z",
        "2026-03-01 12:34:56Z",
        "2026-03-01T12:34:56z ",
        "2026-03-01T12:34:5\u0663Z",
        "+026-03-01T12:34:56Z",
        "2026-03-01T12:-4:56Z",
        "2026-03-01T12:34:56",
      })
  void whatIsNoTimeIsRefused(String text) {
    assertThrows(RuntimeException.class, () -> OffsetDateTime.parse(text));
    assertThrows(AuthException.class, () -> Times.read(text));
  }

  @Test
  void absentAndBlankAreNone() {
    assertNull(Times.read(null));
    assertNull(Times.read(" "));
    assertNull(Times.read(Instant.EPOCH));
  }
}
