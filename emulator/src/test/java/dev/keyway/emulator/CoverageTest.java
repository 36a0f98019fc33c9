package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private final Coverage coverage = coverage();

  private static Coverage coverage() {
    try (AuthEmulator emulator = AuthEmulator.start()) {
      return emulator.coverage();
    }
  }

  @Test
  void everyRouteThatAnswersIsListed() {
    try (AuthEmulator emulator = AuthEmulator.start()) {
      assertEquals(Set.copyOf(emulator.operations()), Set.copyOf(coverage.operations()));
    }
    assertTrue(coverage.totals("stackauth").built().total() >= 39);
    assertTrue(coverage.totals("stytch").built().total() >= 55);
  }

  @Test
  void everyErrorIsExplained() {
    List<String> silent =
        coverage.errors().stream()
            .filter(e -> e.explanation().isBlank())
            .map(EmulatedError::code)
            .toList();
    assertEquals(List.of(), silent, "add a line to errors.properties");
  }

  @Test
  void noErrorIsListedTwice() {
    Set<String> seen = new HashSet<>();
    coverage.errors().forEach(e -> assertTrue(seen.add(e.provider() + e.code()), e.code()));
  }

  @Test
  void totalsAddUp() {
    Coverage.Totals all = coverage.totals();
    int built = 0;
    int errors = 0;
    for (String provider : coverage.providers()) {
      built += coverage.totals(provider).built().total();
      errors += coverage.totals(provider).errors().total();
    }
    assertEquals(built, all.built().total());
    assertEquals(errors, all.errors().total());
    assertEquals(coverage.operations().size(), all.routes());
  }

  @Test
  void anAnswerWithoutACodeIsNoError() {
    assertTrue(coverage.error("stytch", "user_not_found").isPresent());
    assertFalse(coverage.error("stytch", null).isPresent());
    assertFalse(coverage.error("stackauth", "user_not_found").isPresent());
  }

  @Test
  void whatIsNotBuiltSaysWhatToDoWithoutIt() throws Exception {
    try (AuthEmulator emulator = AuthEmulator.start();
        World world = emulator.newWorld()) {
      Wire.Reply stytch = Wire.stytch(world).post("/v1/b2b/discovery/organizations", "{}");
      assertEquals(501, stytch.status());
      assertEquals("not_emulated", stytch.at("error_type"));
      assertTrue(stytch.text().contains("consumer projects are"), stytch.text());
    }
  }
}
