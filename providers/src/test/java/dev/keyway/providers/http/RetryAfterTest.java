package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.HeaderGroup;

/**
 * How long a vendor wants to be left alone (RFC 9110, section 10.2.3), whatever it says. Seeded, so
 * that a build that was green stays green.
 */
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  @Property(tries = 2_000, seed = "1")
  void anyTextIsAWaitOfAtMostADayOrNone(@ForAll("texts") String text) {
    wish(text)
        .ifPresent(
            wish -> assertTrue(!wish.isNegative() && wish.compareTo(DAY) <= 0, wish::toString));
  }

  @Property(tries = 500, seed = "2")
  void secondsAreReadAsThemselves(@ForAll @IntRange(max = 999_999_999) int seconds) {
    Duration said = Duration.ofSeconds(seconds);
    assertEquals(
        Optional.of(said.compareTo(DAY) > 0 ? DAY : said), wish(Integer.toString(seconds)));
  }

  @Property(tries = 500, seed = "3")
  void datesAreReadByTheClock(@ForAll @IntRange(min = -200_000, max = 200_000) int seconds) {
    Duration said = Duration.ofSeconds(Math.max(0, Math.min(DAY.toSeconds(), seconds)));
    assertEquals(Optional.of(said), wish(HTTP_DATE.format(NOW.plusSeconds(seconds))));
  }

  private static Optional<Duration> wish(String header) {
    HeaderGroup headers = new HeaderGroup();
    headers.addHeader(new BasicHeader("retry-after", header));
    return new VendorResponse(
            "test",
            new Route("GET", "/v1/things", true),
            new Mute(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            429,
            headers,
            new byte[0],
            new byte[0],
            false)
        .invalid("too often")
        .providerError()
        .orElseThrow()
        .retryAfter();
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> date =
        Arbitraries.strings()
            .withChars("SunMonTueJanMarDec0123456789 ,:GMT+-")
            .ofMinLength(20)
            .ofMaxLength(32);
    Arbitrary<String> year =
        Arbitraries.strings()
            .numeric()
            .ofMaxLength(12)
            .map("Sun, 01 Mar %s 12:00:30 GMT"::formatted);
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings().numeric().ofMaxLength(30),
        Arbitraries.strings().withChars("0123456789-+.eE \u0660\uff11").ofMaxLength(12),
        date,
        year);
  }

  /** A vendor that says nothing but the header. */
  private static final class Mute implements Dialect {
    @Override
    public Optional<String> requestId(VendorResponse response) {
      return Optional.empty();
    }

    @Override
    public RuntimeException failure(VendorResponse response) {
      return response.invalid("too often");
    }
  }
}
