package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;
import dev.keyway.providers.http.ScriptedServer.Reply;
import dev.keyway.providers.http.ScriptedServer.Reply.Then;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of answers. */
class TransportAnswerTest extends TransportFixture {

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

  @ParameterizedTest
  @ValueSource(strings = {"x-more: 1\r\n", "x-"})
  void aHeadWithoutAnEndIsNoResponse(String part) {
    Reply endless = Reply.raw("HTTP/1.1 200 OK\r\n" + part.repeat(20_000), Then.CLOSE);
    AuthException failure = failureOf(endless, Things::create);
    assertEquals(ErrorCode.NO_RESPONSE, failure.code());
    assertEquals(Retry.OUTCOME_UNKNOWN, failure.retry());
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
}
