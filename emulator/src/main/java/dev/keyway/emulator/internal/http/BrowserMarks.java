package dev.keyway.emulator.internal.http;

import java.util.Optional;
import java.util.Set;

/**
 * What a browser says of the page behind a request, and no page can change.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
public final class BrowserMarks {
  /** What a person's own address bar and a site's own pages send. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private BrowserMarks() {}

  /**
   * Whether a browser sent it. Node's {@code fetch} sends {@code sec-fetch-mode} alone and is none.
   * Of a GET in plain HTTP from a page to its own name, which is what DNS rebinding makes of a
   * foreign page's, the program's name is the only mark.
   */
  public static boolean in(Request request) {
    return origin(request).isPresent() || site(request).isPresent() || byName(request);
  }

  /** Whether the program that sent it has a browser's name, which anybody may take. */
  public static boolean byName(Request request) {
    return request.header("user-agent").filter(name -> name.startsWith("Mozilla/")).isPresent();
  }

  /** The origin of the page. */
  public static Optional<String> origin(Request request) {
    return request.header("origin");
  }

  /** What the page's site is to the one that was asked. */
  public static Optional<String> site(Request request) {
    return request.header("sec-fetch-site");
  }

  /** Whether the browser says that the page is of another site, or of another origin of it. */
  public static boolean foreignSite(Request request) {
    return site(request).filter(site -> !OWN_SITES.contains(site)).isPresent();
  }

  /** Whether a person followed a link or a redirect, whose answer the page they left never sees. */
  public static boolean navigation(Request request) {
    return request.method().equals("GET")
        && request.header("sec-fetch-mode").filter("navigate"::equals).isPresent()
        && request.header("sec-fetch-dest").filter("document"::equals).isPresent();
  }
}
