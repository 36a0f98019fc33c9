package dev.keyway.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of the table, printed as they come. */
final class Rows {
  private final List<String> lines = new ArrayList<>();

  /** One more: {@code goals} were each made by {@link #atMost} or {@link #atLeast}. */
  void add(String what, String keyway, String beside, String... goals) {
    String line =
        "| " + what + " | " + keyway + " | " + beside + " | " + String.join("; ", goals) + " |";
    lines.add(line);
    System.out.println(line);
  }

  static String atMost(String name, double value, double goal) {
    return goal(name, value, "≤", goal, value <= goal);
  }

  static String atLeast(String name, double value, double goal) {
    return goal(name, value, "≥", goal, value >= goal);
  }

  private static String goal(String name, double value, String sign, double goal, boolean met) {
    return "%s %s (%s %s%s)"
        .formatted(name, figure(value), sign, figure(goal), met ? "" : ", missed");
  }

  /** Three digits that count, with thousands apart. */
  static String figure(double value) {
    if (Double.isNaN(value)) {
      return "not measured";
    }
    double size = Math.abs(value);
    return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
  }

  String markdown() {
    return """
        | Measured | Keyway | Beside | Ratio (goal) |
        |---|---|---|---|
        """
        + String.join("\n", lines)
        + "\n";
  }
}
