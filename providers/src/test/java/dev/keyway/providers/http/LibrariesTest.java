package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibrariesTest {

  @Test
  void whatIsOnTheClassPathWillDo() {
    assertDoesNotThrow(Libraries::check);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.14.3", "2.9", "1.99.0", "2.14.0-rc1"})
  void anOlderOneIsNamedWithItsVersion(String version) {
    AuthException e =
        assertThrows(AuthException.class, () -> Libraries.require("jackson", version, 2, 15));
    assertEquals(ErrorCode.CONFIGURATION_INVALID, e.code());
    assertTrue(e.toString().contains("jackson " + version + " on the class path"), e.toString());
    assertTrue(e.toString().contains("2.15 or newer"), e.toString());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"2.15.0", "2.100.1", "3.0", "2.15-alpha1", "UNAVAILABLE", "", "x.y"})
  void anyOtherPasses(String version) {
    assertDoesNotThrow(() -> Libraries.require("jackson", version, 2, 15));
  }
}
