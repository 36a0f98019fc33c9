package dev.keyway.providers.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.ProviderError;
import dev.keyway.Retry;
import dev.keyway.UserId;
import dev.keyway.providers.http.ScriptedServer.Reply;
import dev.keyway.providers.stackauth.wire.StackAuthErrors;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class StackAuthErrorsTest {

  private static final String ROUTE = "DELETE /api/v1/users/" + FakeStack.USER;

  @ParameterizedTest
  @CsvFileSource(resources = "known-errors.csv", numLinesToSkip = 1)
  void aKnownCodeHasItsMeaning(String nativeCode, int status, ErrorCode code, Retry retry) {
    AuthException failure = failure(FakeStack.known(status, nativeCode));
    assertEquals(code, failure.code());
    assertEquals(retry, failure.retry());
    ProviderError error = failure.providerError().orElseThrow();
    assertEquals("stack-auth", error.provider());
    assertEquals(Optional.of(nativeCode), error.nativeCode());
    assertEquals(OptionalInt.of(status), error.httpStatus());
    assertEquals(Optional.of("req-0123456789ab"), error.requestId());
    assertFalse((failure + error.toString()).contains("correct-horse"));
  }

  @Test
  void everyCodeOfTheTableIsTested() throws Exception {
    Set<String> tested = new TreeSet<>();
    try (var in = getClass().getResourceAsStream("known-errors.csv")) {
      new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(line -> tested.add(line.substring(0, line.indexOf(','))));
    }
    Set<String> listed =
        StackAuthErrors.TABLE.codes().keySet().stream()
            .filter(code -> !code.equals("MULTI_FACTOR_AUTHENTICATION_REQUIRED"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(listed, tested);
    assertEquals(Map.of(), StackAuthErrors.TABLE.beginnings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|User already has a password set.|PASSWORD_ALREADY_SET",
        "403|OTP sign-in is not enabled for this project|METHOD_DISABLED",
        "404|Session not found.|SESSION_NOT_FOUND",
        "400|OTP auth not enabled in the project|METHOD_DISABLED",
        "400|Password auth not enabled in the project|METHOD_DISABLED",
        "400|User API keys are not enabled for this project.|METHOD_DISABLED",
        "400|Invalid password hash. Make sure it's a supported algorithm in Modular Crypt Format."
            + "|INVALID_ARGUMENT",
        "400|Invalid redirect URI. Your redirect URI must be the same as the one used to get the"
            + " authorization code.|OAUTH_CODE_REFUSED",
        "400|Invalid scope requested. Please check the scopes you are requesting."
            + "|INVALID_ARGUMENT",
        "403|Client can only access its own connected accounts|PERMISSION_DENIED",
        "404|Project not found|PROJECT_CREDENTIALS_REFUSED",
        "404|User already has a password set.|UNKNOWN",
        "418|I am a teapot|UNKNOWN",
      })
  void aPlainTextHasItsMeaning(int status, String text, ErrorCode code) {
    AuthException failure =
        failure(Reply.text(status, text, "x-stack-request-id: req-0123456789ab"));
    assertEquals(code, failure.code());
    assertEquals(OptionalInt.of(status), failure.providerError().orElseThrow().httpStatus());
  }

  @Test
  void aCodeOfTomorrowIsUnknownAndKept() {
    AuthException failure = failure(FakeStack.known(400, "BRAND_NEW_ERROR"));
    assertEquals(ErrorCode.UNKNOWN, failure.code());
    assertEquals(
        Optional.of("BRAND_NEW_ERROR"), failure.providerError().orElseThrow().nativeCode());
  }

  @Test
  void aTextOfSomebodyElseIsNoAnswer() {
    assertEquals(ErrorCode.INVALID_RESPONSE, failure(Reply.text(403, "Blocked by proxy")).code());
    assertEquals(ErrorCode.INVALID_RESPONSE, failure(Reply.of(404, "text/html", "<html>")).code());
  }

  @Test
  void aServerErrorInTextIsUnavailability() {
    AuthException failure = failure(Reply.text(500, "Something went wrong. correct-horse-battery"));
    assertEquals(ErrorCode.SERVICE_UNAVAILABLE, failure.code());
    assertEquals(Retry.OUTCOME_UNKNOWN, failure.retry());
    assertFalse(failure.toString().contains("correct-horse"));
  }

  @Test
  void aDeletedUsersTokenIsAnEndedSession() {
    AuthException failure =
        failure(
            Reply.json(
                400,
                "{\"code\":\"SCHEMA_ERROR\",\"details\":{\"message\":\"Request validation failed"
                    + " on POST /api/v1/x:\\n  - auth.user must be defined\"},\"error\":\"x\"}"));
    assertEquals(ErrorCode.SESSION_NOT_FOUND, failure.code());
  }

  @Test
  void aDemandForASecondFactorWithoutItsCodeIsNoAnswer() {
    AuthException failure = failure(FakeStack.known(400, "MULTI_FACTOR_AUTHENTICATION_REQUIRED"));
    assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
  }

  @Test
  void anUnexpectedDemandForASecondFactorLeaksNothing() {
    AuthException failure =
        failure(
            FakeStack.known(
                400,
                "MULTI_FACTOR_AUTHENTICATION_REQUIRED",
                "{\"attempt_code\":\"" + FakeStack.CODE + "\"}"));
    for (Throwable t = failure; t != null; t = t.getCause()) {
      assertFalse(t.toString().contains(FakeStack.CODE));
    }
    assertTrue(failure.providerError().isEmpty());
  }

  private static AuthException failure(Reply reply) {
    try (FakeStack stack = new FakeStack().on(ROUTE, reply)) {
      return assertThrows(
          AuthException.class, () -> stack.client().users().delete(UserId.of(FakeStack.USER)));
    }
  }
}
