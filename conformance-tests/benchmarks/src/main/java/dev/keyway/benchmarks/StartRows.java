package dev.keyway.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Starts: in a JVM that runs already, and as a process. Medians of runs that take turns. */
final class StartRows {
  private static final int RUNS = 5;

  private StartRows() {}

  static void inJvm(Rows rows) {
    List<String> names =
        List.of("keyway-stack", "keyway-stytch", "undertow", "wiremock", "mock-oauth2");
    Map<String, List<Map<String, Double>>> all = new LinkedHashMap<>();
    for (int run = 0; run < RUNS; run++) {
      for (String name : names) {
        all.computeIfAbsent(name, key -> new ArrayList<>())
            .add(Child.main(FirstStart.class, name).figures());
      }
    }
    for (String name : List.of("keyway-stack", "keyway-stytch")) {
      double first = median(all, name, "first");
      double undertow = median(all, "undertow", "first");
      double wireMock = median(all, "wiremock", "first");
      rows.add(
          "First start in a test JVM with the first sign-in, " + name,
          Rows.figure(first) + " ms",
          "Undertow %s · WireMock %s".formatted(Rows.figure(undertow), Rows.figure(wireMock)),
          Rows.atMost("÷ Undertow", first / undertow, 1.6),
          Rows.atMost("÷ WireMock", first / wireMock, 0.55));
    }
    double later = median(all, "keyway-stack", "later");
    rows.add(
        "Later starts in that JVM, to the first ES256 sign-in; threads left",
        Rows.figure(later) + " ms; " + Rows.figure(median(all, "keyway-stack", "threads")),
        "Undertow %s · WireMock %s · mock-oauth2-server %s"
            .formatted(
                Rows.figure(median(all, "undertow", "later")),
                Rows.figure(median(all, "wiremock", "later")),
                Rows.figure(median(all, "mock-oauth2", "later"))),
        Rows.atMost("ms", later, 8),
        Rows.atMost("threads", median(all, "keyway-stack", "threads"), 0));
    double world = median(all, "keyway-stack", "world");
    rows.add(
        "New world, with its first request",
        Rows.figure(world) + " ms",
        "–",
        Rows.atMost("ms", world, 1));
  }

  private static double median(
      Map<String, List<Map<String, Double>>> all, String name, String figure) {
    return FirstStart.median(
        all.getOrDefault(name, List.of()).stream()
            .mapToDouble(run -> run.getOrDefault(figure, Double.NaN))
            .toArray());
  }

  static void asProcess(Rows rows) {
    Path archive = archive();
    Map<String, Supplier<Standalone>> starts = new LinkedHashMap<>();
    starts.put("plain", Standalone::keyway);
    starts.put("archive", () -> Standalone.keyway("-XX:SharedArchiveFile=" + archive));
    starts.put("wiremock", Standalone::wireMock);
    starts.put("undertow", Standalone::undertow);
    Map<String, List<Standalone>> all = new LinkedHashMap<>();
    for (int run = 0; run < RUNS; run++) {
      starts.forEach(
          (name, start) -> all.computeIfAbsent(name, key -> new ArrayList<>()).add(start.get()));
    }
    double ready = median(all, "wiremock", Standalone::ready);
    String beside =
        "WireMock %s · Undertow %s"
            .formatted(Rows.figure(ready), Rows.figure(median(all, "undertow", Standalone::ready)));
    for (String name : List.of("plain", "archive")) {
      boolean plain = name.equals("plain");
      double first = median(all, name, Standalone::ready);
      double signIn = median(all, name, Standalone::signIn);
      rows.add(
          plain
              ? "Process to the first 200; to the first sign-in"
              : "The same with a class-data archive",
          Rows.figure(first) + "; " + Rows.figure(signIn) + " ms",
          beside,
          Rows.atMost("÷ WireMock", first / ready, plain ? 0.6 : 0.4),
          Rows.atMost("÷ WireMock", signIn / ready, plain ? 0.8 : 0.6));
    }
    double memory = median(all, "plain", Standalone::megabytes);
    double wireMock = median(all, "wiremock", Standalone::megabytes);
    rows.add(
        "Resident memory eight seconds after start and sign-in",
        Rows.figure(memory) + " MB",
        "WireMock %s · Undertow %s"
            .formatted(
                Rows.figure(wireMock), Rows.figure(median(all, "undertow", Standalone::megabytes))),
        Rows.atMost("÷ WireMock", memory / wireMock, 0.75));
  }

  private static double median(
      Map<String, List<Standalone>> all, String name, ToDoubleFunction<Standalone> figure) {
    return FirstStart.median(
        all.getOrDefault(name, List.of()).stream().mapToDouble(figure).toArray());
  }

  /** As the guide to the runnable jar makes it. */
  private static Path archive() {
    try {
      Path archive = Files.createTempDirectory("keyway").resolve("keyway-emulator.jsa");
      Child.java("-jar", Standalone.jar(), "--archive", archive.toString()).await();
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
