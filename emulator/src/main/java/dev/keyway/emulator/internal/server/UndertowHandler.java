package dev.keyway.emulator.internal.server;

import dev.keyway.emulator.EmulatorOptions;
import dev.keyway.emulator.internal.http.Defects;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.pipeline.Pipeline;
import dev.keyway.emulator.internal.pipeline.Turn;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Between the requests and responses of the server and those of the pipeline. */
final class UndertowHandler implements HttpHandler {
  /** Less than any system holds for a client that does not read yet. */
  private static final int FITS_BUFFERS = 16 * 1024;

  private static final int MOST_HEADER_NAMES = 200;
  private static final Map<String, HttpString> HEADER_NAMES = new ConcurrentHashMap<>();

  private final Pipeline pipeline;
  private final Defects defects;
  private final Activity activity;
  private final Listeners listeners;
  private final InFlight inFlight;
  private final Duration timeout;

  @Inject
  UndertowHandler(
      Pipeline pipeline,
      Defects defects,
      Activity activity,
      Listeners listeners,
      InFlight inFlight,
      EmulatorOptions options) {
    this.pipeline = pipeline;
    this.listeners = listeners;
    this.inFlight = inFlight;
    this.activity = activity;
    this.defects = defects;
    this.timeout = options.requestTimeout();
  }

  /**
   * Answers on the thread that read the request what is answered from memory: a change of threads
   * takes longer than such an answer, and the reading thread spins meanwhile. Whatever may wait is
   * given a thread of its own.
   */
  @Override
  public void handleRequest(HttpServerExchange server) {
    if (server.isInIoThread() && !listeners.areOpen()) {
      server.dispatch(this);
      return;
    }
    Request request = request(server);
    Turn turn = turn(request);
    if (server.isInIoThread() && turn.mayTakeLong().getAsBoolean()) {
      server.dispatch(new Handover(request, turn));
    } else {
      inFlight.during(() -> answer(request, turn, server));
    }
  }

  /**
   * A request on its way to another thread. The connection remembers who was sent there until its
   * next request comes: by then nothing of the world is left in here.
   */
  private final class Handover implements HttpHandler {
    private @Nullable Request request;
    private @Nullable Turn turn;

    Handover(Request request, Turn turn) {
      this.request = request;
      this.turn = turn;
    }

    @Override
    public void handleRequest(HttpServerExchange server) {
      Request asked = Objects.requireNonNull(request, "a request is handed over once");
      Turn next = Objects.requireNonNull(turn, "a request is handed over once");
      request = null;
      turn = null;
      inFlight.during(() -> answer(asked, next, server));
    }
  }

  private Turn turn(Request request) {
    try {
      return pipeline.turn(request);
    } catch (RuntimeException e) {
      return new Turn(() -> false, () -> Optional.of(defect(request, e)));
    }
  }

  private void answer(Request request, Turn turn, HttpServerExchange server) {
    Optional<Response> response;
    try {
      response = turn.answer().get();
    } catch (RuntimeException e) {
      response = Optional.of(defect(request, e));
    }
    activity.answered();
    if (response.isEmpty()) {
      IoUtils.safeClose(server.getConnection());
    } else {
      send(response.get(), server);
    }
  }

  private Response defect(Request request, RuntimeException thrown) {
    String id = defects.log(request, thrown);
    return Response.text(500, "The emulator failed. Request id: " + id)
        .withHeader(Defects.HEADER, id);
  }

  private static Request request(HttpServerExchange server) {
    return new Request(
        server.getRequestMethod().toString(),
        server.getRequestPath(),
        server.getQueryString(),
        headers(server),
        WholeRequest.body(server),
        WholeRequest.oversized(server),
        server.getSourceAddress().getAddress().getHostAddress());
  }

  private static Map<String, List<String>> headers(HttpServerExchange server) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HeaderValues values : server.getRequestHeaders()) {
      headers.put(
          values.getHeaderName().toString().toLowerCase(Locale.ROOT),
          values.size() == 1 ? List.of(values.getFirst()) : List.copyOf(values));
    }
    return headers;
  }

  private void send(Response response, HttpServerExchange server) {
    server.setStatusCode(response.status());
    response
        .headers()
        .forEach((name, value) -> server.getResponseHeaders().put(headerName(name), value));
    if (response.contentType() != null) {
      server.getResponseHeaders().put(Headers.CONTENT_TYPE, response.contentType());
    }
    // With its length known the sender writes header and body with one gathering write: two writes
    // would wait for each other's acknowledgement.
    byte[] body = response.bytes();
    server.setResponseContentLength(body.length);
    if (!server.isInIoThread()) {
      sendAndWait(body, server);
    } else if (body.length > FITS_BUFFERS) {
      server.dispatch(worker -> inFlight.during(() -> sendAndWait(body, worker)));
    } else {
      server.getResponseSender().send(ByteBuffer.wrap(body));
    }
  }

  /** Most responses have the same few; those that faults bring are bounded by nobody. */
  private static HttpString headerName(String name) {
    HttpString known = HEADER_NAMES.get(name);
    if (known == null) {
      known = new HttpString(name);
      if (HEADER_NAMES.size() < MOST_HEADER_NAMES) {
        HEADER_NAMES.put(name, known);
      }
    }
    return known;
  }

  private void sendAndWait(byte[] body, HttpServerExchange server) {
    server.startBlocking();
    if (body.length <= FITS_BUFFERS) {
      server.getResponseSender().send(ByteBuffer.wrap(body));
      return;
    }
    // The socket's own timeout begins anew with every byte that the client takes.
    XnioExecutor.Key deadline =
        server
            .getIoThread()
            .executeAfter(
                () -> IoUtils.safeClose(server.getConnection()),
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
    try {
      server.getResponseSender().send(ByteBuffer.wrap(body));
    } finally {
      deadline.remove();
    }
  }
}
