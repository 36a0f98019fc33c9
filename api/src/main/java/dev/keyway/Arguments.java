package dev.keyway;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The checks that every argument goes through before anything else happens. Messages name the
 * argument, never its value.
 */
final class Arguments {

  private Arguments() {}

  static AuthException invalid(String argument, String problem) {
    return AuthException.of(ErrorCode.INVALID_ARGUMENT, argument + " " + problem);
  }

  static <T> T notNull(@Nullable T value, String argument) {
    if (value == null) {
      throw invalid(argument, "must not be null");
    }
    return value;
  }

  static String notBlank(@Nullable String value, String argument) {
    notNull(value, argument);
    if (value == null || value.isBlank()) {
      throw invalid(argument, "must not be blank");
    }
    return value;
  }

  static String id(@Nullable String value, String argument) {
    String id = notBlank(value, argument);
    if (id.length() > 256 || id.chars().anyMatch(c -> c <= ' ' || c == 127)) {
      throw invalid(argument, "is not an identifier");
    }
    return id;
  }

  static String text(@Nullable String value, String argument, int maxLength) {
    String text = notNull(value, argument);
    if (text.length() > maxLength) {
      throw invalid(argument, "is longer than " + maxLength + " characters");
    }
    return text;
  }

  static Duration positive(@Nullable Duration value, String argument) {
    Duration duration = notNull(value, argument);
    if (duration.isZero() || duration.isNegative()) {
      throw invalid(argument, "must be positive");
    }
    return duration;
  }

  static URI absolute(@Nullable URI value, String argument) {
    URI uri = notNull(value, argument);
    if (!uri.isAbsolute() || uri.isOpaque() || uri.getHost() == null) {
      throw invalid(argument, "must be an absolute URI with a host");
    }
    return uri;
  }
}
