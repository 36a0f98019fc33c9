package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.AuthObserver;
import dev.keyway.CallOptions;
import dev.keyway.ProviderError;
import dev.keyway.WireEvent;
import dev.keyway.providers.http.ScriptedServer.Reply;
import dev.keyway.spi.ProviderContext;
import feign.Param;
import feign.RequestLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/** A transport before a server that says what it is told, and what tests of it have in common. */
@Timeout(600)
abstract class TransportFixture {

  static final String SECRET = "correct-horse-battery";
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final CallOptions PATIENT = CallOptions.builder().timeout(Duration.ofMinutes(5)).build();

  /** Long enough for a busy machine to send the first request of a process. */
  static final CallOptions HASTY = CallOptions.builder().timeout(Duration.ofSeconds(2)).build();

  final List<WireEvent> events = new CopyOnWriteArrayList<>();

  record Thing(String id, @Nullable String displayName, @Nullable List<Part> parts) {}

  record Part(String partName) {}

  record NewThing(String displayName, @Nullable String note) {}

  interface Things {
    @RequestLine(value = "GET /v1/things/{id}?query={query}", decodeSlash = false)
    Thing find(@Param("id") String id, @Param("query") @Nullable String query);

    @RequestLine("POST /v1/things")
    Thing create(Object body);

    @Reads
    @RequestLine("POST /v1/things/search")
    Thing search(NewThing body);

    @RequestLine("DELETE /v1/things/{id}")
    void delete(@Param("id") String id);

    @RequestLine("GET /v1/raw")
    String raw();
  }

  final AuthException failureOf(Reply reply, BiFunction<Things, NewThing, Thing> call) {
    try (ScriptedServer server = ScriptedServer.always(reply);
        Transport transport = transport(server.url())) {
      Things things = transport.api(Things.class);
      return assertThrows(
          AuthException.class,
          () -> transport.call(PATIENT, () -> call.apply(things, new NewThing(SECRET, null))));
    }
  }

  static AuthException failure(Transport transport, Runnable call) {
    return assertThrows(AuthException.class, () -> transport.run(PATIENT, call));
  }

  static ProviderError providerError(AuthException failure) {
    return failure.providerError().orElseThrow();
  }

  static void assertSecretIsNowhereIn(AuthException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      assertFalse(t.toString().contains(SECRET), t.toString());
    }
    assertFalse(failure.providerError().toString().contains(SECRET));
  }

  static URI nobody() throws IOException {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  final Transport transport(URI url) {
    return transport(url, Map.of("x-key", "k3y"), Dialects.PLAIN);
  }

  final Transport transport(URI url, Map<String, String> headers, Dialect dialect) {
    AuthObserver observer =
        new AuthObserver() {
          @Override
          public void onWire(WireEvent event) {
            events.add(event);
          }
        };
    ProviderContext context =
        new ProviderContext(
            AuthConfig.of(Map.of("keyway.provider", "test")),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new SecureRandom(),
            observer);
    return new Transport(context, "test", url, headers, dialect);
  }

  enum Dialects implements Dialect {
    PLAIN;

    @Override
    public Optional<String> requestId(VendorResponse answer) {
      return answer.header("X-Request-Id");
    }

    @Override
    public RuntimeException failure(VendorResponse answer) {
      return answer.unrecognised(Optional.empty());
    }
  }
}
