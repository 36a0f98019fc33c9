package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;
import dev.keyway.providers.http.ScriptedServer.Received;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Connections that fail, calls that take too long, and what is sent again. */
class TransportDeadlineTest extends TransportFixture {

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
      assertTrue(System.nanoTime() - start < PATIENT.timeout().orElseThrow().toNanos());
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
}
