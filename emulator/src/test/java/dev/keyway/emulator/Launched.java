package dev.keyway.emulator;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Test classes that a test runs: their names are none that a build looks for. */
public final class Launched {
  private Launched() {}

  /** Runs classes and methods of classes at once, and says what failed. */
  public static List<String> inParallel(Class<?>... tests) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "8");
    for (Class<?> test : tests) {
      request.selectors(DiscoverySelectors.selectClass(test));
    }
    LauncherFactory.create().execute(request.build(), summary);
    List<String> failures = new ArrayList<>();
    summary
        .getSummary()
        .getFailures()
        .forEach(
            failure -> {
              StringWriter text = new StringWriter();
              failure.getException().printStackTrace(new PrintWriter(text));
              failures.add(failure.getTestIdentifier().getDisplayName() + ": " + text);
            });
    if (summary.getSummary().getTestsStartedCount() == 0) {
      failures.add("no test ran");
    }
    return failures;
  }
}
