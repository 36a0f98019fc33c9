package dev.keyway.emulator.internal.ledger;

import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.internal.schema.Suggestion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a ledger with what somebody expects of it, and explains the difference. */
final class LedgerCheck {
  /** More lines than these are no help in a test's report. */
  private static final int SHOWN = 50;

  private final List<LedgerEntry> entries;
  private final Set<String> operations;

  LedgerCheck(List<LedgerEntry> entries, Set<String> operations) {
    this.entries = entries;
    this.operations = operations;
  }

  void order(List<String> expected) {
    expected.forEach(this::requireOperation);
    int from = 0;
    for (int i = 0; i < expected.size(); i++) {
      int found = indexOf(expected.get(i), from);
      if (found < 0) {
        String place = from == 0 ? "" : " after #" + entries.get(from - 1).sequence();
        throw failure(
            "Expected in this order: %s%nThe %s of these, %s, did not come%s."
                .formatted(String.join(", ", expected), ordinal(i + 1), expected.get(i), place),
            expected.get(i),
            from == 0 ? 0 : entries.get(from - 1).sequence());
      }
      from = found + 1;
    }
  }

  void count(String operation, int expected) {
    requireOperation(operation);
    long came = entries.stream().filter(entry -> entry.operation().equals(operation)).count();
    if (came != expected) {
      throw failure(
          "Expected %s %d times, but it came %d times.".formatted(operation, expected, came),
          operation,
          Long.MAX_VALUE);
    }
  }

  private int indexOf(String operation, int from) {
    for (int i = from; i < entries.size(); i++) {
      if (entries.get(i).operation().equals(operation)) {
        return i;
      }
    }
    return -1;
  }

  /** {@code <provider>.unknown} is what requests are called that no route matched. */
  private void requireOperation(String operation) {
    if (!operations.contains(operation) && !operation.endsWith(".unknown")) {
      String alike =
          operations.stream()
              .filter(other -> other.startsWith(area(operation)))
              .sorted()
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "There is no operation "
              + operation
              + Suggestion.among(operations, operation)
                  .map("; did you mean %s?"::formatted)
                  .orElse("")
              + (alike.isEmpty() ? "" : "; of the same area are " + alike));
    }
  }

  private AssertionError failure(String what, String operation, long upTo) {
    StringBuilder text = new StringBuilder(what);
    List<LedgerEntry> near =
        entries.stream().filter(entry -> isNear(entry, operation, upTo)).toList();
    if (!near.isEmpty()) {
      text.append("%nNear it came:".formatted());
      near.forEach(entry -> text.append("%n  ".formatted()).append(line(entry)));
    }
    text.append(
        entries.isEmpty() ? "%nNo request came.".formatted() : "%nAll that came:".formatted());
    entries.stream()
        .limit(SHOWN)
        .forEach(entry -> text.append("%n  ".formatted()).append(line(entry)));
    if (entries.size() > SHOWN) {
      text.append("%n  and %d more".formatted(entries.size() - SHOWN));
    }
    return new AssertionError(text.toString());
  }

  /** The operation itself before its turn, others of its area, and what no route matched. */
  private static boolean isNear(LedgerEntry entry, String operation, long upTo) {
    if (entry.operation().equals(operation)) {
      return entry.sequence() <= upTo;
    }
    return entry.operation().startsWith(area(operation)) || entry.operation().endsWith(".unknown");
  }

  private static String area(String operation) {
    return operation.substring(0, operation.lastIndexOf('.') + 1);
  }

  private static String line(LedgerEntry entry) {
    return "#%d %s (%s %s) -> %s%s%s"
        .formatted(
            entry.sequence(),
            entry.operation(),
            entry.method(),
            entry.path(),
            entry.status() == 0 ? "dropped" : Integer.toString(entry.status()),
            entry.errorCode() == null ? "" : " " + entry.errorCode(),
            entry.fault() == null ? "" : " [fault: " + entry.fault() + "]");
  }

  private static String ordinal(int number) {
    return switch (number) {
      case 1 -> "first";
      case 2 -> "second";
      case 3 -> "third";
      default -> number + "th";
    };
  }
}
