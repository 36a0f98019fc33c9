package dev.keyway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** What the tests say about failures. */
final class Failures {

  private Failures() {}

  static AuthException fails(ErrorCode code, Executable call) {
    AuthException failure = assertThrows(AuthException.class, call);
    assertEquals(code, failure.code(), () -> "the code of: " + failure.getMessage());
    return failure;
  }

  static AuthException refuses(String argument, Executable call) {
    AuthException failure = fails(ErrorCode.INVALID_ARGUMENT, call);
    assertTrue(
        message(failure).startsWith("INVALID_ARGUMENT: " + argument + " "),
        () -> argument + " should be named by: " + message(failure));
    return failure;
  }

  static String message(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  /** A null where none is allowed. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  static <T> T absent() {
    return null;
  }
}
