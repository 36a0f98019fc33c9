package dev.keyway;

import static dev.keyway.Failures.absent;
import static dev.keyway.Failures.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AuthExceptionTest {

  private static final ProviderError ANSWER =
      new ProviderError(
          "stytch",
          Optional.of("too_many_requests"),
          OptionalInt.of(429),
          Optional.of("request-id-1"),
          Optional.of("Slow down."),
          Optional.of(Duration.ofSeconds(3)));

  @Test
  void theMessageBeginsWithTheCode() {
    AuthException failure = AuthException.of(ErrorCode.USER_NOT_FOUND, "No such user");
    assertEquals("USER_NOT_FOUND: No such user", failure.getMessage());
    assertEquals(Retry.NEVER, failure.retry());
    assertEquals(Optional.empty(), failure.providerError());
  }

  @Test
  void itKeepsWhatTheProviderSaid() {
    AuthException failure =
        AuthException.of(ErrorCode.RATE_LIMITED, "Too many", Retry.SAFE_LATER, ANSWER);
    assertEquals(Optional.of(ANSWER), failure.providerError());
    assertEquals(Retry.SAFE_LATER, failure.retry());
  }

  @Test
  void itTravelsBetweenMachinesWithoutTheProvidersAnswer() throws Exception {
    AuthException failure =
        AuthException.of(ErrorCode.RATE_LIMITED, "Too many", Retry.SAFE_LATER, ANSWER);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(failure);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      AuthException copy = (AuthException) in.readObject();
      assertEquals(ErrorCode.RATE_LIMITED, copy.code());
      assertEquals(Retry.SAFE_LATER, copy.retry());
      assertEquals(failure.getMessage(), copy.getMessage());
      assertEquals(Optional.empty(), copy.providerError());
    }
  }

  @Test
  void itTellsWhetherTheCallMayBeMadeAgain() {
    assertEquals(Retry.NEVER, AuthException.of(ErrorCode.UNKNOWN, "no").retry());
    assertEquals(
        Retry.SAFE_LATER, AuthException.of(ErrorCode.UNKNOWN, "no", Retry.SAFE_LATER).retry());
  }

  @Test
  void itIsNeverWithoutACodeOrAMessage() {
    refuses("code", () -> AuthException.of(absent(), "x"));
    refuses("message", () -> AuthException.of(ErrorCode.UNKNOWN, absent()));
    refuses("retry", () -> AuthException.of(ErrorCode.UNKNOWN, "x", absent(), ANSWER));
  }

  @Test
  void aWaitIntoThePastIsNone() {
    ProviderError odd =
        new ProviderError(
            "stytch",
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Duration.ofSeconds(-1)));
    assertEquals(Optional.empty(), odd.retryAfter());
  }
}
