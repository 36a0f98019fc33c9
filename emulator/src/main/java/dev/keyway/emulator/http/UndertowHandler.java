package dev.keyway.emulator.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns the server's requests into exchanges and answers into responses. */
final class UndertowHandler implements HttpHandler {
  /** Stack Auth takes profile images of a million characters; nothing is larger. */
  static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

  private final Pipeline pipeline;

  @Inject
  UndertowHandler(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public void handleRequest(HttpServerExchange server) throws IOException {
    if (server.isInIoThread()) {
      server.dispatch(this);
      return;
    }
    server.startBlocking();
    Optional<Answer> answer = pipeline.run(read(server));
    if (answer.isEmpty()) {
      server.getConnection().close();
      return;
    }
    send(answer.get(), server);
  }

  private static Exchange read(HttpServerExchange server) throws IOException {
    byte[] body = new byte[0];
    boolean oversized = server.getRequestContentLength() > MAX_BODY_BYTES;
    if (!oversized && !server.isRequestComplete()) {
      InputStream in = server.getInputStream();
      body = in.readNBytes(MAX_BODY_BYTES + 1);
      oversized = body.length > MAX_BODY_BYTES;
    }
    if (oversized) {
      // What was not read cannot be skipped cheaply: answer and hang up.
      server.setPersistent(false);
      body = new byte[0];
    }
    return new Exchange(
        server.getRequestMethod().toString(),
        server.getRequestPath(),
        server.getQueryString(),
        headers(server),
        body,
        oversized,
        server.getSourceAddress().getAddress().getHostAddress());
  }

  private static Map<String, List<String>> headers(HttpServerExchange server) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HeaderValues values : server.getRequestHeaders()) {
      headers.put(values.getHeaderName().toString().toLowerCase(Locale.ROOT), List.copyOf(values));
    }
    return headers;
  }

  private static void send(Answer answer, HttpServerExchange server) {
    server.setStatusCode(answer.status());
    answer
        .headers()
        .forEach((name, value) -> server.getResponseHeaders().put(new HttpString(name), value));
    if (answer.contentType() != null) {
      server.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
    }
    // With its length known the sender writes header and body with one gathering write: two writes
    // would wait for each other's acknowledgement.
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    server.setResponseContentLength(body.length);
    server.getResponseSender().send(ByteBuffer.wrap(body));
  }
}
