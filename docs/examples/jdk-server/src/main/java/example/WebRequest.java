package example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A browser's request, and the response to it. */
final class WebRequest {
  private static final int MAX_FORM = 64 * 1024;
  private static final String POLICY =
      "default-src 'none'; img-src data:; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final HttpExchange exchange;
  private final URI site;
  private final Map<String, String> form;
  private final Map<String, String> cookies;

  WebRequest(HttpExchange exchange, URI site) throws IOException {
    this.exchange = exchange;
    this.site = site;
    this.form = readForm();
    this.cookies = readCookies();
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  URI site() {
    return site;
  }

  /** The whole URI that the browser asked for, as the world outside sees it. */
  URI uri() {
    return site.resolve(exchange.getRequestURI().toString());
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** A field of the form, empty where it was not sent. */
  String field(String name) {
    return form.getOrDefault(name, "");
  }

  Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(prefix() + name));
  }

  /** Lax lets the cookie come along when the link in a mail is followed. */
  void setCookie(String name, String value) {
    addCookie(name, value, "");
  }

  void dropCookie(String name) {
    addCookie(name, "", "; Max-Age=0");
  }

  private void addCookie(String name, String value, String more) {
    cookies.put(prefix() + name, value);
    exchange
        .getResponseHeaders()
        .add(
            "Set-Cookie",
            prefix() + name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + secure() + more);
  }

  /** With this prefix a browser takes the cookie from this host only, not from a neighbour. */
  private String prefix() {
    return secure().isEmpty() ? "" : "__Host-";
  }

  /** Left out only for http on localhost, which is what a developer's browser sees. */
  private String secure() {
    return site.getScheme().equals("https") ? "; Secure" : "";
  }

  /** A form that posts to a path of ours. */
  Html form(String path, Html fields) {
    return Html.of(
        "<form method='post' action='%s'><input type='hidden' name='%s' value='%s'>%s</form>",
        path, FormTokens.FIELD, FormTokens.tokenFor(this), fields);
  }

  void page(int status, String title, Html body) throws IOException {
    Html page =
        Html.of(
            "<!doctype html><html lang='en'><meta charset='utf-8'>"
                + "<meta name='viewport' content='width=device-width'>"
                + "<title>%s</title><h1>%s</h1>%s</html>",
            title, title, body);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    byte[] bytes = page.markup().getBytes(UTF_8);
    respond(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  void redirect(String path) throws IOException {
    exchange.getResponseHeaders().set("Location", site.resolve(path).toString());
    respond(303, -1);
  }

  private void respond(int status, int length) throws IOException {
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    // Links of mails hold a token. With "no-referrer" browsers would send "Origin: null".
    exchange.getResponseHeaders().set("Referrer-Policy", "same-origin");
    exchange.sendResponseHeaders(status, length);
  }

  private Map<String, String> readForm() throws IOException {
    Map<String, String> fields = new HashMap<>();
    String body = new String(exchange.getRequestBody().readNBytes(MAX_FORM), UTF_8);
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  /** A malformed escape is no reason to fail: the field is empty then. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private Map<String, String> readCookies() {
    Map<String, String> found = new HashMap<>();
    exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(header -> Arrays.stream(header.split(";\\s*")))
        .map(cookie -> cookie.split("=", 2))
        .filter(cookie -> cookie.length == 2 && !cookie[1].isEmpty())
        .forEach(cookie -> found.putIfAbsent(cookie[0], cookie[1]));
    return found;
  }
}
