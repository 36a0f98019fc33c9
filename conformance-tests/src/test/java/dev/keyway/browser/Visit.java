package dev.keyway.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.keyway.AccessToken;
import dev.keyway.ChallengeHandle;
import dev.keyway.RenewalToken;
import dev.keyway.SessionTokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One request of a browser to {@link SampleSite}, and the answer to it. */
record Visit(HttpExchange exchange, URI site) {

  private static final int LIMIT = 64 * 1024;

  String path() {
    return exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
  }

  /** The whole address that the browser asked for. */
  URI address() {
    return site.resolve(exchange.getRequestURI().toString());
  }

  String body() throws IOException {
    return new String(exchange.getRequestBody().readNBytes(LIMIT), UTF_8);
  }

  /** A field of the form; a form's first field comes first. */
  static String field(String form, String name) {
    return Arrays.stream(form.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
        .findFirst()
        .orElse("");
  }

  Optional<String> cookie(String name) {
    List<String> headers = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
    return headers.stream()
        .flatMap(header -> Arrays.stream(header.split(";\\s*")))
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst();
  }

  void keep(String name, String value) {
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", name + "=" + value + "; Path=/; HttpOnly; Secure; SameSite=Lax");
  }

  void drop(String name) {
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", name + "=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax");
  }

  /** What a flow that began in this browser left here. */
  Optional<ChallengeHandle> handle(String flow) {
    return cookie(flow).map(ChallengeHandle::of);
  }

  void keep(SessionTokens tokens) {
    keep("access", tokens.access().reveal());
    keep("renewal", tokens.renewal().reveal());
  }

  Optional<SessionTokens> session() {
    return cookie("access")
        .flatMap(
            access ->
                cookie("renewal")
                    .map(
                        renewal ->
                            new SessionTokens(AccessToken.of(access), RenewalToken.of(renewal))));
  }

  void redirect(URI target) throws IOException {
    exchange.getResponseHeaders().set("Location", target.toString());
    exchange.sendResponseHeaders(303, -1);
    exchange.close();
  }

  void answer(int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
