package dev.keyway.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Objects;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the suite on a broken provider. */
final class BrokenProviders {

  private BrokenProviders() {}

  /** Fails unless the rule that the class says it breaks is the one that fails. */
  static void assertCaught(Class<?> broken) {
    String rule =
        Objects.requireNonNull(broken.getAnnotation(BrokenConformance.Breaks.class)).value();
    PostDiscoveryFilter onlyThatRule =
        test ->
            FilterResult.includedIf(!test.isTest() || test.getDisplayName().startsWith(rule + " "));
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(broken))
            .filters(onlyThatRule)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);

    List<String> failed =
        listener.getSummary().getFailures().stream()
            .map(failure -> failure.getTestIdentifier().getDisplayName().substring(0, 7))
            .toList();
    assertEquals(0, listener.getSummary().getTestsAbortedCount(), "the rule was skipped");
    assertEquals(List.of(rule), failed);
    String said =
        String.valueOf(listener.getSummary().getFailures().get(0).getException().getMessage());
    assertTrue(said.startsWith(rule + " expects: ") && said.contains(". Instead: "), said);
  }
}
