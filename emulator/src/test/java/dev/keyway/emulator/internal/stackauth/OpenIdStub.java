package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.internal.http.FormValues;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An OpenID provider of a team's own, which lets one person in. */
final class OpenIdStub implements AutoCloseable {
  private static final String TOKEN = "token-of-ada";

  private final Undertow server;

  /** The last form that asked for tokens. */
  volatile Map<String, List<String>> form = Map.of();

  /** The last credentials that asked for tokens. */
  volatile @Nullable String authorization;

  /** What is done while an answer is waited for. */
  volatile Runnable meanwhile = () -> {};

  /** What the discovery document has instead of the right issuer. */
  volatile String issuer = "";

  /** What else the discovery document has. */
  volatile String alsoDiscovered = "";

  /** Whether there is a userinfo endpoint. */
  volatile boolean tellsUsers = true;

  /** What the ID token claims; none is given where nothing is claimed. */
  volatile String claims = "";

  OpenIdStub() {
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new BlockingHandler(this::answer))
            .build();
    server.start();
  }

  URI url() {
    int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    return URI.create("http://localhost:" + port + "/realms/test");
  }

  private void answer(HttpServerExchange exchange) throws IOException {
    meanwhile.run();
    switch (exchange.getRequestPath()) {
      case "/realms/test/.well-known/openid-configuration" -> discovery(exchange);
      case "/realms/test/token" -> token(exchange);
      case "/realms/test/userinfo" -> userInfo(exchange);
      default ->
          exchange.setStatusCode(302).getResponseHeaders().put(Headers.LOCATION, url() + "/token");
    }
  }

  private void discovery(HttpServerExchange exchange) {
    json(
        exchange,
        200,
        ("{'issuer':'%s','authorization_endpoint':'%s/auth?realm=test',"
                + "'token_endpoint':'%s/token'%s%s}")
            .formatted(
                issuer.isEmpty() ? url().toString() : issuer,
                url(),
                url(),
                tellsUsers ? ",'userinfo_endpoint':'" + url() + "/userinfo'" : "",
                alsoDiscovered));
  }

  private void token(HttpServerExchange exchange) throws IOException {
    Map<String, List<String>> sent =
        FormValues.parse(
            new String(exchange.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    form = sent;
    authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    boolean good = sent.getOrDefault("code", List.of()).equals(List.of("a code"));
    json(
        exchange,
        good ? 200 : 400,
        good
            ? "{'access_token':'" + TOKEN + "','token_type':'Bearer','expires_in':60" + idToken()
            : "{'error':'invalid_grant'}");
  }

  private String idToken() {
    return claims.isEmpty()
        ? "}"
        : ",'id_token':'%s.%s.%s'}"
            .formatted(base64("{'alg':'RS256','kid':'of-today'}"), base64(claims), base64("x"));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static void userInfo(HttpServerExchange exchange) {
    boolean known =
        ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION));
    json(exchange, known ? 200 : 401, "{'sub':'Ada@example.com','name':'not looked at'}");
  }

  private static void json(HttpServerExchange exchange, int status, String text) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(text.replace('\'', '"'));
  }

  @Override
  public void close() {
    server.stop();
  }
}
