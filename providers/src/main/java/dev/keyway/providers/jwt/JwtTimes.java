package dev.keyway.providers.jwt;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checks that are made every time, whether the signature was checked before or not. */
final class JwtTimes {

  private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

  private final Clock clock;
  private final Duration skew;

  JwtTimes(Clock clock, Duration skew) {
    this.clock = clock;
    this.skew = skew;
  }

  void check(Map<String, @Nullable Object> claims, Optional<Duration> maxAge) {
    Instant now = clock.instant();
    if (!now.isBefore(JwtVerifier.expiry(claims).plus(skew))) {
      throw expired();
    }
    if (time(claims, "nbf").filter(begins -> now.isBefore(begins.minus(skew))).isPresent()) {
      throw JwtVerifier.invalid("the access token is not valid yet");
    }
    if (maxAge.isPresent()) {
      Instant issued =
          time(claims, "iat").orElseThrow(() -> JwtVerifier.invalid("the access token has no age"));
      if (issued.isAfter(now.plus(skew))) {
        throw JwtVerifier.invalid("the access token was issued in the future");
      }
      if (now.isAfter(issued.plus(maxAge.get()).plus(skew))) {
        throw expired();
      }
    }
  }

  static long seconds(Number value) {
    // Whatever the number, a time that java.time can hold.
    return Math.max(0, Math.min(LATEST, (long) Math.floor(value.doubleValue())));
  }

  private static Optional<Instant> time(Map<String, @Nullable Object> claims, String name) {
    Object value = claims.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Number number) {
      return Optional.of(Instant.ofEpochSecond(seconds(number)));
    }
    throw JwtVerifier.invalid("the access token's " + name + " is not a time");
  }

  private static AuthException expired() {
    return AuthException.of(ErrorCode.TOKEN_EXPIRED, "The access token has expired");
  }
}
