package dev.keyway.providers.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.AuthObserver;
import dev.keyway.EmailAddress;
import dev.keyway.Secret;
import dev.keyway.WireEvent;
import dev.keyway.providers.http.ScriptedServer;
import dev.keyway.providers.http.ScriptedServer.Reply;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spans of OpenTelemetry's own tracer, by Micrometer's bridge. */
class TracingTest {
  private static final String ADDRESS = "ada@example.com";
  private static final String PASSWORD = "correct-horse-battery";
  private static final String PROJECT_SECRET = "secret-test-1";

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exported)).build();
  private final io.opentelemetry.api.trace.Tracer tracer = provider.get("test");
  private final ObservationRegistry registry = ObservationRegistry.create();
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final List<String> inScope = new CopyOnWriteArrayList<>();
  private final ScriptedServer server =
      ScriptedServer.always(
          Reply.json(
              401,
              "{\"status_code\":401,\"error_type\":\"unauthorized_credentials\","
                  + "\"error_message\":\"x\",\"request_id\":\"r\"}"));

  TracingTest() {
    registry
        .observationConfig()
        .observationHandler(
            new DefaultTracingObservationHandler(
                new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {})));
  }

  @AfterEach
  void close() {
    pool.shutdownNow();
    server.close();
    provider.close();
  }

  private AuthClient client(Executor executor) {
    AuthConfig config =
        AuthConfig.of(
            Map.of(
                "keyway.provider", "stytch",
                "keyway.timeout", "PT5M",
                "keyway.stytch.project-id", "project-test-6b657977-6179-4c64-9a53-4b1d2a7c0f11",
                "keyway.stytch.secret", PROJECT_SECRET,
                "keyway.stytch.base-url", server.url().toString()));
    return AuthClient.builder(config)
        .executor(executor)
        .observer(MicrometerObservations.of(registry))
        .observer(
            new AuthObserver() {
              @Override
              public void onWire(WireEvent event) {
                inScope.add(Span.current().getSpanContext().getSpanId());
              }
            })
        .build();
  }

  private static void signIn(AuthClient client) {
    client.passwords().signIn(EmailAddress.of(ADDRESS), Secret.of(PASSWORD));
  }

  private SpanData call() {
    List<SpanData> calls =
        exported.getFinishedSpanItems().stream()
            .filter(span -> span.getName().equals("keyway passwords.sign-in"))
            .toList();
    assertEquals(1, calls.size());
    return calls.get(0);
  }

  @Test
  void aCallsSpanIsInScopeAndSaysOperationOutcomeAndProvider() {
    try (AuthClient client = client(pool)) {
      assertThrows(AuthException.class, () -> signIn(client));
    }
    SpanData span = call();
    assertEquals(Set.of(span.getSpanId()), Set.copyOf(inScope), "in scope when requests are sent");
    assertFalse(Span.current().getSpanContext().isValid(), "and no longer");
    assertEquals("passwords.signIn", span.getAttributes().get(AttributeKey.stringKey("operation")));
    assertEquals("stytch", span.getAttributes().get(AttributeKey.stringKey("provider")));
    assertEquals(
        "project_credentials_refused", span.getAttributes().get(AttributeKey.stringKey("outcome")));
    assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode(), "the project is at fault");
    assertEquals("POST /v1/passwords/authenticate: 401", span.getEvents().get(0).getName());
  }

  @Test
  void noSpanHoldsASecretOrAnAddress() {
    try (AuthClient client = client(pool)) {
      assertThrows(AuthException.class, () -> signIn(client));
    }
    String all = exported.getFinishedSpanItems().toString();
    for (String secret : List.of(ADDRESS, PASSWORD, PROJECT_SECRET)) {
      assertFalse(all.contains(secret), all);
    }
    assertTrue(all.contains("passwords.sign-in"), all);
  }

  @Test
  void theCallersSpanIsTheParent() {
    Span caller = tracer.spanBuilder("caller").startSpan();
    try (AuthClient client = client(pool)) {
      Context.current()
          .with(caller)
          .wrap(
              () -> {
                assertThrows(AuthException.class, () -> signIn(client));
              })
          .run();
    }
    assertEquals(caller.getSpanContext().getSpanId(), call().getParentSpanId());
  }

  @Test
  void theCallersSpanIsTheParentOfAnAsyncCall() {
    Span caller = tracer.spanBuilder("caller").startSpan();
    try (AuthClient client = client(Context.taskWrapping(pool))) {
      Context.current().with(caller).wrap((Runnable) () -> signInAsync(client)).run();
    }
    assertEquals(caller.getSpanContext().getSpanId(), call().getParentSpanId());
    assertEquals(Set.of(call().getSpanId()), Set.copyOf(inScope));
  }

  @Test
  void theCallersObservationIsTheParentOfAnAsyncCall() {
    ExecutorService carrying =
        ContextExecutorService.wrap(
            pool, () -> ContextSnapshotFactory.builder().build().captureAll());
    Observation caller = Observation.start("caller", registry);
    try (AuthClient client = client(carrying)) {
      caller.scoped(() -> signInAsync(client));
    }
    caller.stop();
    SpanData parent =
        exported.getFinishedSpanItems().stream()
            .filter(span -> span.getName().equals("caller"))
            .findFirst()
            .orElseThrow();
    assertEquals(parent.getSpanId(), call().getParentSpanId());
  }

  private static void signInAsync(AuthClient client) {
    CompletableFuture<?> call =
        client.async(c -> c.passwords().signIn(EmailAddress.of(ADDRESS), Secret.of(PASSWORD)));
    assertThrows(CompletionException.class, call::join);
  }
}
