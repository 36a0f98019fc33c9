package dev.keyway.emulator.internal.ui;

import dev.keyway.emulator.internal.http.Response;
import java.util.Map;

/** What every response of the page says to browsers. */
final class PageHeaders {
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-security-policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
              + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "x-content-type-options",
          "nosniff",
          // Not no-referrer: browsers would then send "Origin: null" with the page's own forms.
          "referrer-policy",
          "same-origin",
          "cross-origin-opener-policy",
          "same-origin",
          "cross-origin-resource-policy",
          "same-origin",
          // Pages show codes and keys.
          "cache-control",
          "no-store");

  private PageHeaders() {}

  static Response on(Response response) {
    return response.withDefaultHeaders(HEADERS);
  }
}
