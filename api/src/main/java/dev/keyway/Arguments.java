package dev.keyway;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks that every argument goes through before anything else happens. Messages name the
 * argument, never its value.
 */
final class Arguments {

  /** Far beyond any sensible wait, and far below what overflows in milliseconds. */
  static final Duration MAX_TIMEOUT = Duration.ofHours(1);

  private static final int MAX_ID_LENGTH = 256;

  /** With the rest of a flow it stays below the 4000 characters of a handle. */
  private static final int MAX_SEALED_URI = 2000;

  /** Of {@code localhost:3000/cb}, where the scheme was forgotten, after the first colon. */
  private static final Pattern HOST_AND_PORT = Pattern.compile("\\d{1,5}(?:[/?#].*)?");

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
    return token(value, argument, MAX_ID_LENGTH);
  }

  /**
   * One word. Dots alone are refused: in a URL's path they would name another resource, and percent
   * encoding does not change that (RFC 3986, section 6.2.2).
   */
  static String token(@Nullable String value, String argument, int maxLength) {
    String token = notBlank(value, argument);
    if (token.length() > maxLength
        || token.equals(".")
        || token.equals("..")
        || hasBlankOrControl(token)) {
      throw invalid(argument, "is not an identifier");
    }
    return token;
  }

  private static boolean hasBlankOrControl(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (blankOrControl(token.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean blankOrControl(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
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

  static Duration timeout(@Nullable Duration value, String argument) {
    Duration duration = positive(value, argument);
    if (duration.compareTo(MAX_TIMEOUT) > 0) {
      throw invalid(argument, "must be at most " + MAX_TIMEOUT);
    }
    return duration;
  }

  static Duration wholeMinutes(@Nullable Duration value, String argument) {
    Duration duration = positive(value, argument);
    if (duration.toSecondsPart() != 0 || duration.toNanosPart() != 0) {
      throw invalid(argument, "must be whole minutes");
    }
    return duration;
  }

  /** Refuses to compare a device with one that nothing was sent for. */
  static void withoutDevice(@Nullable SignInOptions value) {
    SignInOptions options = notNull(value, "options");
    if (options.sameIpAddress() || options.sameUserAgent()) {
      throw invalid("options", "compare devices, and nothing was sent for this sign-in");
    }
  }

  static <T> List<T> copyList(@Nullable Collection<? extends @Nullable T> items, String argument) {
    List<T> copy = new ArrayList<>();
    for (@Nullable T item : notNull(items, argument)) {
      copy.add(notNull(item, argument + " element"));
    }
    return List.copyOf(copy);
  }

  static <T> Set<T> copySet(@Nullable Collection<? extends @Nullable T> items, String argument) {
    return Set.copyOf(new LinkedHashSet<>(Arguments.<T>copyList(items, argument)));
  }

  static Map<String, String> copyMap(@Nullable Map<String, String> map, String argument) {
    Map<String, String> given = notNull(map, argument);
    copyList(given.keySet(), argument);
    copyList(given.values(), argument);
    return Map.copyOf(given);
  }

  /** Words that are sent with blanks between them (RFC 6749, section 3.3). */
  static Set<String> scopes(@Nullable Collection<? extends @Nullable String> scopes) {
    Set<String> copy = copySet(scopes, "scopes");
    copy.forEach(scope -> token(scope, "scopes element", 512));
    return copy;
  }

  /**
   * A URL of any scheme, such as an app's own (RFC 8252, section 7.1): which ones lead back to the
   * application is for the provider to say.
   */
  static URI absolute(@Nullable URI value, String argument) {
    URI uri = notNull(value, argument);
    if (!isUrl(uri)) {
      throw invalid(
          argument,
          "must begin with a scheme, such as https://, and have a host if it is http or https");
    }
    return uri;
  }

  /**
   * Whether a browser can go there. {@link URI#getHost()} is null for hosts that RFC 3986 and the
   * WHATWG's URL standard take, such as {@code my_app} or {@code b\u00fccher.example}.
   */
  static boolean isUrl(URI uri) {
    boolean web =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    boolean forgotten =
        uri.isOpaque() && HOST_AND_PORT.matcher(uri.getRawSchemeSpecificPart()).matches();
    return uri.isAbsolute() && !forgotten && (!web || uri.getRawAuthority() != null);
  }

  /** A URI that a handle carries: short enough that the handle is one a browser keeps. */
  static URI sealable(@Nullable URI value, String argument) {
    URI uri = absolute(value, argument);
    if (uri.toASCIIString().length() > MAX_SEALED_URI) {
      throw invalid(argument, "must be at most " + MAX_SEALED_URI + " characters, as it is sent");
    }
    return uri;
  }
}
