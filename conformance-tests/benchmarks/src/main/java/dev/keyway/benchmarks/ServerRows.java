package dev.keyway.benchmarks;

/** Requests to one world, beside the same work on bare Undertow and WireMock's canned answers. */
final class ServerRows {
  private ServerRows() {}

  static void signIns(Rows rows) {
    for (String call : new String[] {"stack-sign-in", "stytch-sign-in"}) {
      double keyway = rate("keyway", call, 1);
      double bare = rate("bare", call, 1);
      rows.add(
          call + " of one world, 8 connections",
          Rows.figure(keyway) + "/s",
          "bare Undertow " + Rows.figure(bare),
          Rows.atLeast("÷ bare", keyway / bare, 0.85));
    }
  }

  static void lookups(Rows rows) {
    double canned = rate("wiremock", "stytch-user", 1);
    lookup(rows, "stytch-user", 100, canned);
    lookup(rows, "stytch-password", 1, canned);
    double few = lookup(rows, "stack-me", 500, canned);
    double many = lookup(rows, "stack-me", 5_000, canned);
    rows.add(
        "stack-me with 5,000 live tokens, beside 500",
        Rows.figure(many) + "/s",
        Rows.figure(few) + "/s",
        Rows.atLeast("÷ 500", many / few, 0.95));
  }

  private static double lookup(Rows rows, String call, int count, double canned) {
    double keyway = rate("keyway", call, count);
    double bare = rate("bare", call, count);
    rows.add(
        call + " with " + count + ", 8 connections",
        Rows.figure(keyway) + "/s",
        "bare Undertow %s · WireMock %s".formatted(Rows.figure(bare), Rows.figure(canned)),
        Rows.atLeast("÷ bare", keyway / bare, 0.6),
        Rows.atLeast("÷ WireMock", keyway / canned, 1.5));
    return keyway;
  }

  static void latency(Rows rows) {
    double wireMock = latency("wiremock", "stytch-user", 1);
    for (String call : new String[] {"stytch-user", "stytch-password", "stack-me"}) {
      double keyway = latency("keyway", call, 100);
      rows.add(
          "p50 of " + call + ", 1 connection",
          Rows.figure(keyway) + " µs",
          "WireMock %s · bare Undertow %s"
              .formatted(Rows.figure(wireMock), Rows.figure(latency("bare", call, 100))),
          Rows.atMost("÷ WireMock", keyway / wireMock, 1.1));
    }
  }

  static void manyUsers(Rows rows) {
    double few = rate("keyway", "stytch-user", 100);
    double many = rate("keyway", "stytch-user", 100_000);
    rows.add(
        "stytch-user at 100,000 users, beside 100",
        Rows.figure(many) + "/s",
        Rows.figure(few) + "/s",
        Rows.atLeast("÷ 100", many / few, 0.95));
  }

  private static double rate(String server, String call, int count) {
    return Jmh.score(Jmh.run(ServerCalls.class, "rate", parameters(server, call, count)));
  }

  private static double latency(String server, String call, int count) {
    return Jmh.median(Jmh.run(ServerCalls.class, "latency", parameters(server, call, count)));
  }

  private static String[] parameters(String server, String call, int count) {
    return new String[] {"server", server, "call", call, "count", Integer.toString(count)};
  }
}
