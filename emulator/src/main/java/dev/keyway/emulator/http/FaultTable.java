package dev.keyway.emulator.http;

import dev.keyway.emulator.Fault;
import dev.keyway.emulator.Faults;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The faults of one world. */
public final class FaultTable implements Faults {
  private final Set<String> operations;
  private final CopyOnWriteArrayList<FaultRule> rules = new CopyOnWriteArrayList<>();
  private final AtomicLong planted = new AtomicLong();

  /**
   * Keeps faults.
   *
   * @param operations the operation ids that exist
   */
  public FaultTable(Set<String> operations) {
    this.operations = operations;
  }

  @Override
  public Plan on(String operation) {
    boolean exists =
        operation.endsWith("*")
            ? operations.stream().anyMatch(id -> matches(operation, id))
            : operations.contains(operation);
    if (!exists) {
      throw new IllegalArgumentException("There is no operation " + operation);
    }
    return new FaultPlan(this, operation);
  }

  @Override
  public List<Fault> active() {
    return List.copyOf(rules.stream().filter(FaultRule::canStillFire).toList());
  }

  @Override
  public void clear() {
    for (FaultRule rule : rules) {
      rule.remove();
    }
  }

  /** The fault that a request of {@code operation} meets; counts it. */
  Optional<FaultRule> next(String operation) {
    for (FaultRule rule : rules) {
      if (matches(rule.operation(), operation) && rule.fires()) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  String nextId() {
    return "f" + planted.incrementAndGet();
  }

  <R extends FaultRule> R add(R rule) {
    rules.add(rule);
    return rule;
  }

  void drop(FaultRule rule) {
    rules.remove(rule);
  }

  private static boolean matches(String pattern, String operation) {
    return pattern.endsWith("*")
        ? operation.startsWith(pattern.substring(0, pattern.length() - 1))
        : operation.equals(pattern);
  }
}
