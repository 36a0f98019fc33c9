package dev.keyway.benchmarks;

import java.util.Collection;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one benchmark with one set of parameters. */
final class Jmh {
  private Jmh() {}

  /**
   * Runs it.
   *
   * @param parameters names and values in turn
   */
  static RunResult run(Class<?> type, String method, String... parameters) {
    OptionsBuilder options = new OptionsBuilder();
    options.include("^" + type.getName().replace(".", "\\.") + "\\." + method + "$");
    for (int i = 0; i < parameters.length; i += 2) {
      options.param(parameters[i], parameters[i + 1]);
    }
    options.addProfiler(GCProfiler.class).verbosity(VerboseMode.SILENT).shouldFailOnError(true);
    Options built = options.build();
    try {
      Collection<RunResult> results = new Runner(built).run();
      return results.iterator().next();
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
  }

  static double score(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  /** Bytes that a call allocates. */
  static double bytes(RunResult result) {
    return Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
        .getScore();
  }

  /** The middle of the times that were taken. */
  static double median(RunResult result) {
    return result.getPrimaryResult().getStatistics().getPercentile(50);
  }
}
