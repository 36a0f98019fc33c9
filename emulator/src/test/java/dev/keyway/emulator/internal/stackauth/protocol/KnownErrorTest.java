package dev.keyway.emulator.internal.stackauth.protocol;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.NoHeaders;
import org.junit.jupiter.api.Test;

class KnownErrorTest {
  @Test
  void everyErrorFillsItsMessageFromItsDetails() {
    for (KnownError error : KnownError.values()) {
      ObjectNode details = Json.object();
      error.detailKeys().forEach(key -> details.put(key, "value"));

      assertFalse(
          error.failure(details).response(NoHeaders.STACK).body().contains("{message"),
          error.name());
      assertTrue(error.status() >= 400, error.name());
    }
  }

  @Test
  void detailsThatTheTableDoesNotNameAreADefect() {
    assertThrows(
        IllegalArgumentException.class,
        () -> KnownError.EMAIL_PASSWORD_MISMATCH.failure("email", "x"));
    assertThrows(
        IllegalArgumentException.class, () -> KnownError.USER_EMAIL_ALREADY_EXISTS.failure());
  }
}
