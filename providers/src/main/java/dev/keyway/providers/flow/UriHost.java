package dev.keyway.providers.flow;

import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The host of a URI, of every form that RFC 3986 and the WHATWG's URL standard take: {@link
 * URI#getHost()} knows neither underscores nor letters beyond ASCII.
 */
public final class UriHost {

  /** RFC 5894, section 7.2: the JDK's IDNA 2003 reads them as other letters. */
  private static final Pattern IDNA_DEVIATIONS =
      Pattern.compile("[\\u00DF\\u1E9E\\u03C2\\u200C\\u200D]");

  private UriHost() {}

  /**
   * The host in lower case and, where the JDK can say it, in ASCII; empty where there is none. An
   * IPv6 address is in brackets.
   */
  public static String of(URI uri) {
    String authority = uri.getRawAuthority();
    if (authority == null) {
      return "";
    }
    String host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
    String plain = host.startsWith("[") ? host : decoded(host);
    // What is ASCII already stays as it is, without the JDK's tables of Unicode.
    if (!isAscii(plain) && !IDNA_DEVIATIONS.matcher(plain).find()) {
      try {
        plain = IDN.toASCII(plain);
      } catch (IllegalArgumentException e) {
        // No name that the JDK knows: compared as it is.
      }
    }
    return plain.toLowerCase(Locale.ROOT);
  }

  /** Its port, or -1. */
  public static int port(URI uri) {
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    String port = authority.substring(authority.lastIndexOf(':') + 1);
    boolean there = authority.indexOf(':') >= 0 && port.matches("\\d{1,5}");
    return there ? Integer.parseInt(port) : -1;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static String decoded(String host) {
    return URLDecoder.decode(host.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
