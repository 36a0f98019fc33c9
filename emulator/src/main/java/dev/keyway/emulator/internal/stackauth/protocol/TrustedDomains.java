package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.address.CanonicalEmail;
import dev.keyway.emulator.internal.address.UrlHost;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.net.URI;
import java.util.regex.Pattern;

/** The domains that a project trusts, by their patterns. Paths play no part. */
public final class TrustedDomains {
  private TrustedDomains() {}

  /**
   * Whether scheme, host and port of {@code uri} are those of a domain that {@code settings} name.
   *
   * @param uri absolute, with a host
   */
  public static boolean include(StackAuthSettings settings, URI uri) {
    return settings.trustedDomains().stream().anyMatch(d -> matches(d.domain(), uri));
  }

  private static boolean matches(String domain, URI uri) {
    int schemeEnd = domain.indexOf("://");
    if (schemeEnd < 0 || !domain.substring(0, schemeEnd).equalsIgnoreCase(uri.getScheme())) {
      return false;
    }
    String authority = domain.substring(schemeEnd + 3).split("[/?#]", 2)[0];
    int defaultPort = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    int port = UrlHost.port(uri) < 0 ? defaultPort : UrlHost.port(uri);
    boolean hasPort = authority.matches(".*:[0-9*]+");
    String pattern = hasPort ? authority : authority + ":" + defaultPort;
    return wildcard(CanonicalEmail.domain(pattern)).matcher(UrlHost.of(uri) + ":" + port).matches();
  }

  /** {@code **} stands for anything, {@code *} for anything without a dot. */
  private static Pattern wildcard(String text) {
    StringBuilder regex = new StringBuilder("(?i)");
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("**", at)) {
        regex.append(".*");
        at += 2;
      } else if (text.charAt(at) == '*') {
        regex.append("[^.]*");
        at++;
      } else {
        regex.append(Pattern.quote(text.substring(at, at + 1)));
        at++;
      }
    }
    return Pattern.compile(regex.toString());
  }
}
