package dev.keyway.emulator.internal.admin;

import dev.keyway.emulator.internal.http.Request;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps web pages away from the emulator's own endpoints, which hand out codes and keys: no CORS
 * header is ever sent, a name that merely resolves to this machine is refused (DNS rebinding), and
 * so is what a page of another origin sends without asking.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
final class OriginPolicy {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+]|[^:\\[\\]]+)(:\\d+)?");
  private static final Pattern ORIGIN = Pattern.compile("https?://([^/?#@]+)");

  /** What a person's own address bar and the emulator's own pages send. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private OriginPolicy() {}

  /** Why a request is refused; empty when it is not. */
  static Optional<String> refusal(Request request, URI publicUrl, boolean opensFromOtherSites) {
    String host = request.header("host").orElse("").toLowerCase(Locale.ROOT);
    if (!named(host, publicUrl)) {
      return Optional.of("The Host header names neither this machine nor the public URL.");
    }
    Optional<String> origin = request.header("origin");
    if (origin.isPresent() && !own(origin.get().toLowerCase(Locale.ROOT), host, publicUrl)) {
      return Optional.of("Pages of another origin may not call the emulator.");
    }
    boolean foreign =
        request.header("sec-fetch-site").filter(s -> !OWN_SITES.contains(s)).isPresent();
    if (foreign && !(opensFromOtherSites && navigation(request))) {
      return Optional.of("Pages of another site may not call the emulator.");
    }
    return Optional.empty();
  }

  private static boolean named(String host, URI publicUrl) {
    Matcher authority = AUTHORITY.matcher(host);
    return authority.matches()
        && (LOOPBACK.contains(authority.group(1))
            || authority.group(1).equalsIgnoreCase(publicUrl.getHost()));
  }

  /** Its own are the origin of the address that was asked, and that of the public URL. */
  private static boolean own(String origin, String host, URI publicUrl) {
    Matcher parts = ORIGIN.matcher(origin);
    return parts.matches()
        && (parts.group(1).equals(host)
            || parts.group(1).equalsIgnoreCase(publicUrl.getRawAuthority()));
  }

  private static boolean navigation(Request request) {
    return request.method().equals("GET")
        && request.header("sec-fetch-mode").filter("navigate"::equals).isPresent()
        && request.header("sec-fetch-dest").filter("document"::equals).isPresent();
  }
}
