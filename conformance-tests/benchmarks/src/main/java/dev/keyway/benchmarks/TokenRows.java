package dev.keyway.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/** Session tokens checked without a request. */
final class TokenRows {
  private TokenRows() {}

  static void checks(Rows rows) {
    algorithm(rows, "ES256", List.of("nimbus", "nimbus-bc", "java-jwt"), 0.9);
    algorithm(rows, "RS256", List.of("nimbus", "sdk", "java-jwt"), 0.88);
  }

  private static void algorithm(Rows rows, String algorithm, List<String> beside, double goal) {
    double keyway = firstSight(algorithm, "keyway");
    double best = firstSight(algorithm, "floor");
    List<String> others = new ArrayList<>(List.of("floor " + Rows.figure(best)));
    for (String other : beside) {
      others.add(other + " " + Rows.figure(firstSight(algorithm, other)));
    }
    rows.add(
        "Token check " + algorithm + ", first sight",
        Rows.figure(keyway) + "/s",
        String.join(" · ", others),
        Rows.atLeast("÷ floor", keyway / best, goal));
    RunResult again =
        Jmh.run(TokenChecks.class, "sameAgain", "algorithm", algorithm, "verifier", "keyway");
    rows.add(
        "Token check " + algorithm + ", same token again",
        "%s/s; %s kB"
            .formatted(Rows.figure(Jmh.score(again)), Rows.figure(Jmh.bytes(again) / 1000)),
        "–",
        Rows.atLeast("/s", Jmh.score(again), 1_000_000),
        Rows.atMost("kB", Jmh.bytes(again) / 1000, 1));
  }

  private static double firstSight(String algorithm, String verifier) {
    RunResult result =
        Jmh.run(TokenChecks.class, "firstSight", "algorithm", algorithm, "verifier", verifier);
    return 1e6 / Jmh.score(result);
  }
}
