package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProvokedErrorsTest {
  @Test
  void everyErrorThatIsNotProvokedHasAReason() {
    ProvokedErrors.reasons().forEach((error, reason) -> assertTrue(reason.length() > 10, error));
  }

  @Test
  void whatNoTestMetNorAnyReasonCoversIsTold() {
    EmulatedError listed =
        new EmulatedError("stytch", "oauth_state_mismatch", 400, Provenance.DOCUMENTED, "x");
    EmulatedError unknown =
        new EmulatedError("stytch", "of_no_test", 400, Provenance.DOCUMENTED, "x");
    assertEquals(
        Set.of("stytch of_no_test"),
        Set.of(listed, unknown).stream()
            .map(error -> new Coverage(List.of(), List.of(error)))
            .flatMap(coverage -> ProvokedErrors.wrong(coverage).stream())
            .collect(Collectors.toSet()));
  }
}
