package dev.keyway.conformance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredJUnitTest {

  @ParameterizedTest
  @ValueSource(strings = {"5.9.3", "5.0.0", "4.13.2"})
  void anOlderOneIsRefusedWithASentence(String version) {
    assertEquals(
        "The conformance suite needs JUnit 5.10 or newer, and this is JUnit " + version,
        assertThrows(IllegalStateException.class, () -> RequiredJUnit.check(version)).getMessage());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"5.10.0", "5.13.4", "6.0.1", "7.0.0-M1", "development"})
  void newerAndUnknownOnesAreTaken(@Nullable String version) {
    assertDoesNotThrow(() -> RequiredJUnit.check(version));
  }
}
