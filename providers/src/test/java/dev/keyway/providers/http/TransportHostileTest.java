package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.providers.http.ScriptedServer.Reply;
import dev.keyway.providers.http.ScriptedServer.Reply.Then;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that means harm, or is broken. */
class TransportHostileTest extends TransportFixture {

  private static String thing(String id) {
    return Reply.json(200, "{\"id\":\"" + id + "\"}").text();
  }

  @Test
  void aSecondAnswerIsNotTheNextCallsAnswer() {
    AtomicInteger count = new AtomicInteger();
    try (ScriptedServer server =
            ScriptedServer.answering(
                request -> {
                  int n = count.incrementAndGet();
                  return Reply.raw(thing("own-" + n) + thing("early-" + n), Then.KEEP);
                });
        Transport transport = transport(server.url())) {
      Things things = transport.api(Things.class);
      for (int n = 1; n <= 20; n++) {
        String expected = "own-" + n;
        String id = transport.call(PATIENT, () -> things.create(new NewThing("x", null))).id();
        assertEquals(expected, id);
      }
      assertEquals(20, server.received().size());
    }
  }

  @Test
  void theRestOfAnAnswerThatIsTooLongIsNotWaitedFor() {
    Reply endless =
        Reply.raw(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 999999999\r\n\r\n"
                + "x".repeat((1 << 20) + 20_000),
            Then.HANG);
    long start = System.nanoTime();
    AuthException failure = failureOf(endless, Things::search);
    assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
    assertTrue(System.nanoTime() - start < PATIENT.timeout().orElseThrow().toNanos());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "x-unheard-of"})
  void anEncodingThatWasNotAskedForIsRefusedBySentence(String encoding) {
    AuthException failure =
        failureOf(
            Reply.json(200, "{\"id\":\"1\"}", "content-encoding: " + encoding), Things::search);
    assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
    assertTrue(failure.toString().contains("content-encoding"), failure.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":5}",
        "{\"id\":true}",
        "{\"id\":1.5}",
        "{\"id\":\"1\",\"parts\":[null]}",
        "{\"id\":\"1\",\"parts\":\"\"}",
        "{\"id\":\"1\",\"parts\":{}}",
      })
  void aValueOfAnotherKindIsNeverReadAsItsOwn(String body) {
    AuthException failure = failureOf(Reply.json(200, body), Things::search);
    assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
  }

  @Test
  void jsonIsBoundedInDepth() {
    String deep = "[".repeat(65) + "]".repeat(65);
    AuthException failure =
        failureOf(Reply.json(200, "{\"id\":\"1\",\"more\":" + deep + "}"), Things::search);
    assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 203, 206, 226})
  void anotherStatusOfSuccessIsNone(int status) {
    AuthException failure = failureOf(Reply.json(status, "{\"id\":\"1\"}"), Things::search);
    assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
  }

  @Test
  void aCallWithoutAResultWantsTheVendorsWord() {
    Dialect mute =
        new Dialect() {
          @Override
          public Optional<String> requestId(VendorResponse response) {
            return Optional.empty();
          }

          @Override
          public RuntimeException failure(VendorResponse response) {
            return response.unrecognised(Optional.empty());
          }

          @Override
          public Optional<String> objection(VendorResponse response, boolean alone) {
            return alone ? Optional.of("without a word") : Optional.empty();
          }
        };
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}"));
        Transport transport = transport(server.url(), Map.of(), mute)) {
      Things things = transport.api(Things.class);
      assertEquals("1", transport.call(PATIENT, () -> things.find("1", null)).id());
      AuthException failure = failure(transport, () -> things.delete("1"));
      assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bad id",
        "\u001b[31mred",
        SECRET,
        "x",
        "id\"quoted",
        "-dash",
      })
  void aRequestIdOfAnotherFormIsLeftOut(String id) {
    String sent = id.equals("x") ? "x".repeat(60_00) : id;
    AuthException failure =
        failureOf(Reply.json(503, "{}", "x-request-id: " + sent), Things::search);
    assertEquals(Optional.empty(), providerError(failure).requestId());
    assertFalse(events.toString().contains(sent));
  }
}
