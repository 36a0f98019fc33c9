package dev.keyway.emulator.internal.stytch.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2024-02-29T23:59:59.999999999Z",
        "2030-10-11T12:13:14.5Z",
        "0007-01-02T03:04:05Z",
        "0000-12-31T00:00:00Z",
        "-0001-12-31T00:00:00.1Z",
        "9999-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z"
      })
  void aMomentIsWrittenAsInstantWritesItsSecond(String moment) {
    Instant instant = Instant.parse(moment);
    assertEquals(instant.truncatedTo(ChronoUnit.SECONDS).toString(), Timestamps.text(instant));
  }
}
