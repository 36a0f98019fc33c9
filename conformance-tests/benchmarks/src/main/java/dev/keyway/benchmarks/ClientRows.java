package dev.keyway.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** Clients of Stytch that look a user up. */
final class ClientRows {
  private static final int RUNS = 7;

  private ClientRows() {}

  static void firstCall(Rows rows) {
    Map<String, List<Double>> all = new LinkedHashMap<>();
    try (Served server = Served.start("canned", "stytch-user", 1)) {
      for (int run = 0; run < RUNS; run++) {
        for (String client : List.of("keyway", "sdk", "feign")) {
          Map<String, Double> figures =
              Child.main(FirstCall.class, server.target().args(client)).figures();
          all.computeIfAbsent(client, key -> new ArrayList<>())
              .add(figures.getOrDefault("first", Double.NaN));
        }
      }
    }
    double keyway = median(all, "keyway");
    double sdk = median(all, "sdk");
    rows.add(
        "Client: construct and first call, fresh JVM",
        Rows.figure(keyway) + " ms",
        "SDK %s · Feign %s".formatted(Rows.figure(sdk), Rows.figure(median(all, "feign"))),
        Rows.atMost("÷ SDK", keyway / sdk, 0.9));
  }

  private static double median(Map<String, List<Double>> all, String client) {
    return FirstStart.median(
        all.getOrDefault(client, List.of()).stream().mapToDouble(Double::doubleValue).toArray());
  }

  static void warmCalls(Rows rows) {
    RunResult onSocket = find("socket");
    RunResult onKeyway = find("keyway");
    RunResult onSdk = find("sdk");
    RunResult onFeign = find("feign");
    double socket = Jmh.score(onSocket);
    double keyway = Jmh.score(onKeyway) - socket;
    double sdk = Jmh.score(onSdk) - socket;
    double feign = Jmh.score(onFeign) - socket;
    rows.add(
        "Client: warm call over a raw socket",
        "+" + Rows.figure(keyway) + " µs",
        "SDK +%s · Feign +%s · socket %s"
            .formatted(Rows.figure(sdk), Rows.figure(feign), Rows.figure(socket)),
        Rows.atMost("÷ SDK", keyway / sdk, 0.55),
        Rows.atMost("÷ Feign", keyway / feign, 1.3));
    double bytes = Jmh.bytes(onKeyway);
    double others = Jmh.bytes(onSdk);
    rows.add(
        "Client: allocation a call",
        Rows.figure(bytes / 1000) + " kB",
        "SDK %s · Feign %s"
            .formatted(Rows.figure(others / 1000), Rows.figure(Jmh.bytes(onFeign) / 1000)),
        Rows.atMost("÷ SDK", bytes / others, 1.5));
  }

  private static RunResult find(String client) {
    return Jmh.run(ClientCalls.class, "find", "client", client);
  }
}
