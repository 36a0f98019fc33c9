package dev.keyway.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code RULES.md} in step with the rules. {@code -Dkeyway.rules.write=true} writes the page.
 */
class RuleBookTest {

  private static final Path PAGE = Path.of("RULES.md");

  private final List<Rule> rules =
      RuleBook.areas().values().stream().flatMap(List::stream).toList();

  @Test
  void thePageIsUpToDate() throws IOException {
    if (Boolean.getBoolean("keyway.rules.write")) {
      Files.writeString(PAGE, RuleBook.markdown());
    }
    assertEquals(
        RuleBook.markdown(),
        Files.readString(PAGE),
        "RULES.md is stale: run the test with -Dkeyway.rules.write=true");
  }

  @Test
  void idsAreGivenOnce() {
    assertEquals(rules.size(), rules.stream().map(Rule::id).collect(Collectors.toSet()).size());
    assertTrue(rules.stream().allMatch(rule -> rule.id().matches("[A-Z]{3}-\\d{3}")));
  }

  @Test
  void anAreasRulesShareTheirLetters() {
    RuleBook.areas()
        .forEach(
            (area, areasRules) ->
                assertEquals(
                    1,
                    areasRules.stream()
                        .map(rule -> rule.id().substring(0, 3).toUpperCase(Locale.ROOT))
                        .distinct()
                        .count(),
                    area));
  }

  @Test
  void methodsHaveNamesOfTheirOwnForReportsThatMixTheAreas() {
    List<String> names =
        Arrays.stream(AuthConformance.class.getDeclaredClasses())
            .flatMap(area -> Arrays.stream(area.getSuperclass().getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Rule.class))
            .map(Method::getName)
            .sorted()
            .toList();
    assertEquals(names.stream().distinct().toList(), names);
  }

  @Test
  void negativeRulesOutnumberPositiveOnes() {
    long negative = rules.stream().filter(Rule::negative).count();
    long positive = rules.stream().filter(Predicate.not(Rule::negative)).count();
    assertTrue(negative > positive, () -> negative + " negative, " + positive + " positive");
  }
}
