package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.AuthObserver;
import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.ProviderError;
import dev.keyway.Retry;
import dev.keyway.WireEvent;
import dev.keyway.providers.http.ScriptedServer.Received;
import dev.keyway.providers.http.ScriptedServer.Reply;
import dev.keyway.providers.http.ScriptedServer.Reply.Then;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TransportTest {

  private static final String SECRET = "correct-horse-battery";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final CallOptions PATIENT =
      CallOptions.builder().timeout(Duration.ofSeconds(20)).build();
  private static final CallOptions HASTY =
      CallOptions.builder().timeout(Duration.ofMillis(200)).build();

  private final List<WireEvent> events = new CopyOnWriteArrayList<>();

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

  @Test
  void aBodyIsJsonAndABodilessRequestHasNoContentType() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}"));
        Transport transport = transport(server.url())) {
      Things things = transport.api(Things.class);
      transport.run(PATIENT, () -> things.create(new NewThing("Ann", null)));
      transport.run(PATIENT, () -> things.delete("7"));

      Received create = server.received().get(0);
      assertEquals("{\"display_name\":\"Ann\"}", create.body());
      assertEquals("application/json", create.headers().get("content-type"));
      assertEquals("application/json", create.headers().get("accept"));
      assertEquals("k3y", create.headers().get("x-key"));
      assertNull(create.headers().get("accept-encoding"));
      assertNull(create.headers().get("upgrade"));
      Received delete = server.received().get(1);
      assertEquals("DELETE /v1/things/7", delete.method() + " " + delete.target());
      assertNull(delete.headers().get("content-type"));
    }
  }

  @Test
  void aNullInAMapIsSentAndANullInARecordIsNot() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}"));
        Transport transport = transport(server.url())) {
      Map<String, @Nullable Object> patch = new LinkedHashMap<>();
      patch.put("display_name", null);
      transport.run(PATIENT, () -> transport.api(Things.class).create(patch));
      assertEquals("{\"display_name\":null}", server.received().get(0).body());
    }
  }

  @Test
  void pathsAndQueriesCarryAnyText() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}"));
        Transport transport = transport(server.url())) {
      Things things = transport.api(Things.class);
      transport.run(PATIENT, () -> things.find("a/b?c#d", "jane+tag@example.org & ü%"));
      transport.run(PATIENT, () -> things.find("1", null));

      assertEquals(
          "/v1/things/a%2Fb%3Fc%23d?query=jane%2Btag%40example.org%20%26%20%C3%BC%25",
          server.received().get(0).target().replace("+", "%20").replace("@", "%40"));
      assertEquals("/v1/things/1", server.received().get(1).target());
    }
  }

  @Test
  void anAnswerIsReadWithUnknownFieldsPassedOver() {
    String body = "{\"id\":\"1\",\"new_field\":{\"a\":[1]},\"parts\":[{\"part_name\":\"p\"}]}";
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, body));
        Transport transport = transport(server.url())) {
      Thing thing = transport.call(PATIENT, () -> transport.api(Things.class).find("1", null));
      assertEquals(new Thing("1", null, List.of(new Part("p"))), thing);
      assertEquals(body, transport.call(PATIENT, () -> transport.api(Things.class).raw()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":null}",
        "{\"id\":\"1\",\"parts\":[{}]}",
        "{\"id\":{\"a\":1}}",
        "{\"id\":\"correct-horse",
        "{\"id\":\"1\"} trailing",
        "null",
        "[]",
        ""
      })
  void anAnswerOfAnotherFormIsInvalid(String body) {
    AuthException failure = failureOf(Reply.json(200, body), Things::search);
    assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
    assertEquals(Retry.SAFE_LATER, failure.retry());
    assertEquals(OptionalInt.of(200), providerError(failure).httpStatus());
    assertFalse(failure.toString().contains("correct-horse"));
  }

  @Test
  void anAnswerThatIsNotJsonIsInvalidAndItsOutcomeUnknown() {
    AuthException failure = failureOf(Reply.of(200, "text/html", "<p>" + SECRET), Things::create);
    assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
    assertEquals(Retry.OUTCOME_UNKNOWN, failure.retry());
    assertSecretIsNowhereIn(failure);
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (ScriptedServer server =
            ScriptedServer.always(
                Reply.of(307, "text/plain", "", "location: http://127.0.0.1:1/stolen"));
        Transport transport = transport(server.url())) {
      AuthException failure = failure(transport, () -> transport.api(Things.class).find("1", null));
      assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
      assertEquals(1, server.received().size());
    }
  }

  @Test
  void anAnswerBeyondAMebibyteIsInvalid() {
    Reply flood = Reply.json(200, "{\"id\":\"" + "x".repeat(1 << 20) + "\"}");
    assertEquals(ErrorCode.INVALID_RESPONSE, failureOf(flood, Things::search).code());
  }

  @Test
  void anAnswerThatIsCutOffIsInvalid() {
    Reply cut =
        Reply.raw(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n"
                + "{\"id\":\"1\"}",
            Then.CLOSE);
    AuthException failure = failureOf(cut, Things::create);
    assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
    assertEquals(Retry.OUTCOME_UNKNOWN, failure.retry());
  }

  @ParameterizedTest
  @CsvSource({
    "429, RATE_LIMITED, SAFE_LATER, SAFE_LATER",
    "500, SERVICE_UNAVAILABLE, OUTCOME_UNKNOWN, SAFE_LATER",
    "503, SERVICE_UNAVAILABLE, OUTCOME_UNKNOWN, SAFE_LATER",
  })
  void theServiceFailsTheSameWayWhateverItsBody(
      int status, ErrorCode code, Retry ofAWrite, Retry ofARead) {
    for (Reply reply :
        List.of(
            Reply.json(status, "{\"x\":\"" + SECRET + "\"}"),
            Reply.of(status, "text/html", SECRET),
            Reply.json(status, "{\"x"))) {
      AuthException write = failureOf(reply, Things::create);
      assertEquals(code, write.code());
      assertEquals(ofAWrite, write.retry());
      assertSecretIsNowhereIn(write);
      AuthException read = failureOf(reply, Things::search);
      assertEquals(code, read.code());
      assertEquals(ofARead, read.retry());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7, PT7S",
    "0, PT0S",
    "'Sun, 01 Mar 2026 12:00:30 GMT', PT30S",
    "'Sun, 01 Mar 2026 11:00:00 GMT', PT0S",
    "999999999, PT24H",
    "soon, ",
    "-1, ",
    "99999999999999999999, ",
  })
  void theWishToWaitIsRead(String header, @Nullable Duration wish) {
    AuthException failure =
        failureOf(Reply.json(429, "{}", "retry-after: " + header), Things::create);
    assertEquals(Optional.ofNullable(wish), providerError(failure).retryAfter());
  }

  @Test
  void aRefusedConnectionIsSafeToRepeat() throws IOException {
    try (Transport transport = transport(nobody())) {
      AuthException failure = failure(transport, () -> transport.api(Things.class).create("x"));
      assertEquals(ErrorCode.CONNECTION_FAILED, failure.code());
      assertEquals(Retry.SAFE_NOW, failure.retry());
      assertEquals(1, events.size());
    }
  }

  @Test
  void aHostWithoutAddressIsAFailedConnection() {
    try (Transport transport = transport(URI.create("http://no-such-host.invalid"))) {
      AuthException failure = failure(transport, () -> transport.api(Things.class).create("x"));
      assertEquals(ErrorCode.CONNECTION_FAILED, failure.code());
    }
  }

  @Test
  void onlyAGetIsTriedAgainAndOnlyOnce() throws IOException {
    try (Transport transport = transport(nobody())) {
      Things things = transport.api(Things.class);
      failure(transport, () -> things.find("1", null));
      assertEquals(2, events.size());
      failure(transport, () -> things.search(new NewThing("x", null)));
      assertEquals(3, events.size());
    }
  }

  @Test
  void aDroppedRequestIsNeverSentAgain() {
    try (ScriptedServer server = ScriptedServer.always(Reply.dropped());
        Transport transport = transport(server.url())) {
      Things things = transport.api(Things.class);
      AuthException write = failure(transport, () -> things.create("x"));
      assertEquals(ErrorCode.NO_RESPONSE, write.code());
      assertEquals(Retry.OUTCOME_UNKNOWN, write.retry());
      assertEquals(1, server.received().size());

      AuthException read = failure(transport, () -> things.find("1", null));
      assertEquals(ErrorCode.NO_RESPONSE, read.code());
      assertEquals(Retry.SAFE_LATER, read.retry());
      assertEquals(2, server.received().size());
    }
  }

  @Test
  void aSilentServerEndsTheCallInTime() {
    try (ScriptedServer server = ScriptedServer.always(Reply.silence());
        Transport transport = transport(server.url())) {
      long start = System.nanoTime();
      AuthException failure =
          assertThrows(
              AuthException.class,
              () -> transport.run(HASTY, () -> transport.api(Things.class).create("x")));
      assertEquals(ErrorCode.NO_RESPONSE, failure.code());
      assertEquals(Retry.OUTCOME_UNKNOWN, failure.retry());
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(10).toNanos());
    }
  }

  @Test
  void theDeadlineIsOneForAllRequestsOfACall() {
    AtomicInteger count = new AtomicInteger();
    Function<Received, Reply> script =
        request ->
            count.incrementAndGet() < 3 ? Reply.json(200, "{\"id\":\"1\"}") : Reply.silence();
    try (ScriptedServer server = ScriptedServer.answering(script);
        Transport transport = transport(server.url())) {
      Things things = transport.api(Things.class);
      AuthException failure =
          assertThrows(
              AuthException.class,
              () ->
                  transport.run(
                      HASTY,
                      () -> {
                        things.find("1", null);
                        things.find("2", null);
                        things.find("3", null);
                      }));
      assertEquals(ErrorCode.NO_RESPONSE, failure.code());
      assertEquals(Retry.SAFE_LATER, failure.retry());
      assertEquals(3, server.received().size());
    }
  }

  @Test
  void aReadAfterAWriteOfTheSameCallLeavesItsOutcomeUnknown() {
    Function<Received, Reply> script =
        request ->
            request.method().equals("POST")
                ? Reply.json(200, "{\"id\":\"1\"}")
                : Reply.json(503, "{}");
    try (ScriptedServer server = ScriptedServer.answering(script);
        Transport transport = transport(server.url())) {
      Things things = transport.api(Things.class);
      AuthException failure =
          failure(
              transport,
              () -> {
                things.create("x");
                things.find("1", null);
              });
      assertEquals(ErrorCode.SERVICE_UNAVAILABLE, failure.code());
      assertEquals(Retry.OUTCOME_UNKNOWN, failure.retry());
      assertEquals(Retry.SAFE_LATER, failure(transport, () -> things.find("1", null)).retry());
    }
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() throws InterruptedException {
    try (ScriptedServer server = ScriptedServer.always(Reply.silence());
        Transport transport = transport(server.url())) {
      CompletableFuture<AuthException> failure = new CompletableFuture<>();
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                failure.complete(failure(transport, () -> transport.api(Things.class).create("x")));
                flag.complete(Thread.currentThread().isInterrupted());
              });
      caller.start();
      server.awaitFirst();
      caller.interrupt();
      assertEquals(ErrorCode.NO_RESPONSE, failure.join().code());
      assertEquals(Retry.OUTCOME_UNKNOWN, failure.join().retry());
      assertTrue(flag.join());
    }
  }

  @Test
  void anInterruptedThreadSendsNothing() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{}"));
        Transport transport = transport(server.url())) {
      Thread.currentThread().interrupt();
      AuthException failure = failure(transport, () -> transport.api(Things.class).create("x"));
      assertTrue(Thread.interrupted());
      assertEquals(ErrorCode.NO_RESPONSE, failure.code());
      assertTrue(server.received().isEmpty());
    }
  }

  @Test
  void aHeaderCannotSmuggleAnother() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}"));
        Transport transport =
            transport(server.url(), Map.of("x-key", "a\r\nx-admin: true"), Dialects.PLAIN)) {
      AuthException failure = failure(transport, () -> transport.api(Things.class).create("x"));
      assertEquals(ErrorCode.INVALID_ARGUMENT, failure.code());
      assertTrue(server.received().isEmpty());
    }
  }

  @Test
  void eventsNameTheRouteAndNothingThatVaries() {
    try (ScriptedServer server =
            ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}", "x-request-id: r-9"));
        Transport transport = transport(server.url())) {
      transport.run(PATIENT, () -> transport.api(Things.class).find(SECRET, SECRET));
      WireEvent event = events.get(0);
      assertEquals("test", event.provider());
      assertEquals("GET", event.method());
      assertEquals("/v1/things/{id}", event.route());
      assertEquals(OptionalInt.of(200), event.status());
      assertEquals(Optional.of("r-9"), event.requestId());
    }
  }

  @Test
  void connectionsAreReused() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}"));
        Transport transport = transport(server.url())) {
      Things things = transport.api(Things.class);
      for (int i = 0; i < 20; i++) {
        transport.run(PATIENT, () -> things.find("1", null));
      }
      assertEquals(1, server.connections());
    }
  }

  private AuthException failureOf(Reply reply, BiFunction<Things, NewThing, Thing> call) {
    try (ScriptedServer server = ScriptedServer.always(reply);
        Transport transport = transport(server.url())) {
      Things things = transport.api(Things.class);
      return assertThrows(
          AuthException.class,
          () -> transport.call(PATIENT, () -> call.apply(things, new NewThing(SECRET, null))));
    }
  }

  private static AuthException failure(Transport transport, Runnable call) {
    return assertThrows(AuthException.class, () -> transport.run(PATIENT, call));
  }

  private static ProviderError providerError(AuthException failure) {
    return failure.providerError().orElseThrow();
  }

  private static void assertSecretIsNowhereIn(AuthException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      assertFalse(t.toString().contains(SECRET), t.toString());
    }
    assertFalse(failure.providerError().toString().contains(SECRET));
  }

  private static URI nobody() throws IOException {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  private Transport transport(URI url) {
    return transport(url, Map.of("x-key", "k3y"), Dialects.PLAIN);
  }

  private Transport transport(URI url, Map<String, String> headers, Dialect dialect) {
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

  private enum Dialects implements Dialect {
    PLAIN;

    @Override
    public Optional<String> requestId(Answer answer) {
      return answer.header("X-Request-Id");
    }

    @Override
    public RuntimeException failure(Answer answer) {
      return answer.unrecognised(Optional.empty());
    }
  }
}
