package dev.keyway.emulator.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.LogLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Requests to both vendors and to the control API, made from what their routes declare: valid,
 * nearly so, and hostile, with ids and tokens of earlier answers. Whatever comes, the answer has
 * its vendor's form and an error that its route declares, comes in time, and tells nothing of
 * another project. Enough of them succeed that the others meet what is in use. With {@code -Pfuzz}
 * there are 100,000 of them.
 */
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("keyway.fuzz.requests", 2_000);
  private static final long SEED = Long.getLong("keyway.fuzz.seed", 20_261_129L);
  private static final int ROUND = 2_000;
  private static final int SHOWN = 20;

  /** Of a hundred answers; some 50 are usual. Fewer would not reach what lies behind the checks. */
  private static final int FEWEST_SUCCESSES = 40;

  @Test
  void everyAnswerIsInForm() throws Exception {
    Map<String, Integer> statuses = new TreeMap<>();
    List<String> findings = new ArrayList<>();
    long start = System.nanoTime();
    for (int done = 0; done < REQUESTS && findings.size() < SHOWN; done += ROUND) {
      try (LogLines log = LogLines.of("dev.keyway.emulator");
          AuthEmulator emulator = AuthEmulator.start()) {
        FuzzRound round = new FuzzRound(emulator, log, SEED + done);
        round.run(Math.min(ROUND, REQUESTS - done));
        round.statuses().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
        findings.addAll(round.findings());
      }
    }
    Map<String, Integer> successes = new TreeMap<>();
    for (String provider : List.of("stackauth", "stytch", "control")) {
      successes.put(provider, successes(provider, statuses));
    }
    System.out.printf(
        "Seed %d: %,d requests in %d s, %d findings, %s, successes in a hundred: %s%n",
        SEED,
        REQUESTS,
        (System.nanoTime() - start) / 1_000_000_000,
        findings.size(),
        statuses,
        successes);
    assertEquals("", String.join("\n", findings.subList(0, Math.min(SHOWN, findings.size()))));
    successes.forEach(
        (provider, share) ->
            assertTrue(share >= FEWEST_SUCCESSES, () -> provider + " has " + successes));
  }

  private static int successes(String provider, Map<String, Integer> statuses) {
    int all =
        statuses.entrySet().stream()
            .filter(status -> status.getKey().startsWith(provider + " "))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return 100 * statuses.getOrDefault(provider + " 2xx", 0) / Math.max(1, all);
  }
}
