package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The guide's tables of factors show the rules that passed, because they are run for it. {@code
 * -Dkeyway.docs.write=true} writes them anew.
 */
class FactorTableTest {

  private static final String GUIDE = "docs/guides/second-factor.md";
  private static final String SUITE = "dev.keyway.conformance.";
  private static final List<String> FIRST =
      List.of("Password", "Mailed code", "Mailed link", "Identity provider", "Passkey");
  private static final List<String> SECOND =
      List.of("App", "Recovery code", "Text message", "Mailed code");

  @Test
  void theGuideShowsWhichCombinationsPassed() {
    Document guide = Document.read(GUIDE);
    Map<String, String> tables =
        Map.of(
            "factors: stack-auth", table(outcomes("StackAuthConformanceTest")),
            "factors: stytch", table(outcomes("StytchConformanceTest")));
    if (Boolean.getBoolean("keyway.docs.write")) {
      for (Map.Entry<String, String> section : tables.entrySet()) {
        guide = guide.with(section.getKey(), section.getValue());
      }
      guide.write();
    } else {
      for (Map.Entry<String, String> section : tables.entrySet()) {
        assertEquals(
            section.getValue(),
            guide.section(section.getKey()),
            GUIDE + " is stale; run this test with -Dkeyway.docs.write=true");
      }
    }
  }

  private static String table(Map<String, String> outcomes) {
    assertEquals(FIRST.size() * SECOND.size(), outcomes.size(), outcomes::toString);
    StringBuilder table = new StringBuilder("| First factor |");
    SECOND.forEach(second -> table.append(" ").append(second).append(" |"));
    table.append("\n|---|").append(":-:|".repeat(SECOND.size())).append("\n");
    for (int first = 0; first < FIRST.size(); first++) {
      table.append("| ").append(FIRST.get(first)).append(" |");
      for (int second = 0; second < SECOND.size(); second++) {
        String rule = "MFA-0" + (first + 1) + (second + 1);
        table.append(" ").append(outcomes.get(rule)).append(" |");
      }
      table.append("\n");
    }
    return table.toString();
  }

  /** What became of each rule of the matrix, as the table shows it. */
  private static Map<String, String> outcomes(String suite) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                selectNestedClass(List.of(SUITE + suite), SUITE + "AuthConformance$FactorMatrix"))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .build();
    Outcomes outcomes = new Outcomes();
    LauncherFactory.create().execute(request, outcomes);
    return outcomes.byRule;
  }

  private static final class Outcomes implements TestExecutionListener {
    final Map<String, String> byRule = new TreeMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        String rule = test.getDisplayName().substring(0, "MFA-000".length());
        byRule.put(rule, shown(rule, test.getDisplayName(), result));
      }
    }

    private static String shown(String rule, String name, TestExecutionResult result) {
      String why = result.getThrowable().map(Throwable::getMessage).orElse("");
      assertFalse(
          result.getStatus() == TestExecutionResult.Status.FAILED, () -> name + " failed: " + why);
      if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
        return (name.contains("proves nothing more") ? "✗ " : "✓ ") + rule;
      }
      boolean undeclared = why.contains("the provider does not declare");
      assertTrue(undeclared || why.contains("does not serve"), () -> name + ": " + why);
      return undeclared ? "–" : "not tried";
    }
  }
}
