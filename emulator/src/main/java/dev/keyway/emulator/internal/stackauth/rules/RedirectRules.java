package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.address.CanonicalEmail;
import dev.keyway.emulator.internal.address.UrlHost;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.Urls;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses a project lets links and redirects lead to. Paths play no part. */
public final class RedirectRules {
  /** The scheme of the vendor's mobile SDKs; accepted for OAuth only. */
  static final String NATIVE_SCHEME = "stack-auth-mobile-oauth-url";

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.*\\.localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

  private RedirectRules() {}

  /** Refuses a URL that leads elsewhere. */
  public static void requireTrusted(StackAuthProject project, String url) {
    if (!trusted(project.settings(), url)) {
      throw KnownError.REDIRECT_URL_NOT_WHITELISTED.failure();
    }
  }

  /** As {@link #trusted}; the vendor's mobile SDKs have a scheme of their own besides. */
  public static boolean trustedForOAuth(StackAuthSettings settings, String url) {
    return url.startsWith(NATIVE_SCHEME + ":") || trusted(settings, url);
  }

  public static boolean trusted(StackAuthSettings settings, String url) {
    Optional<URI> parsed = Urls.absolute(url).filter(uri -> !UrlHost.of(uri).isEmpty());
    if (parsed.isEmpty()) {
      return false;
    }
    URI uri = parsed.get();
    if (settings.allowLocalhost() && LOOPBACK.matcher(UrlHost.of(uri)).matches()) {
      return true;
    }
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
