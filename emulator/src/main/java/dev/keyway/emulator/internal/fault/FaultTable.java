package dev.keyway.emulator.internal.fault;

import dev.keyway.emulator.Fault;
import dev.keyway.emulator.Faults;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.schema.Suggestion;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The faults of one world. */
public final class FaultTable implements Faults {
  /** So many that are over can still be looked at. */
  private static final int KEPT = 100;

  private final Supplier<Set<String>> operations;
  private final List<VendorRateLimit> known;
  private final Clock clock;
  private final CopyOnWriteArrayList<FaultRule> rules = new CopyOnWriteArrayList<>();
  private List<FaultRule> vendorLimits = List.of();
  private final AtomicLong planted = new AtomicLong();

  /**
   * Keeps faults.
   *
   * @param operations the operation ids that exist
   * @param known the rate limits of the vendors
   * @param clock the time of rate limits
   */
  public FaultTable(Supplier<Set<String>> operations, List<VendorRateLimit> known, Clock clock) {
    this.operations = operations;
    this.known = known;
    this.clock = clock;
  }

  @Override
  public Builder on(String operation) {
    Set<String> ids = operations.get();
    boolean exists =
        operation.endsWith("*")
            ? ids.stream().anyMatch(id -> matches(operation, id))
            : ids.contains(operation);
    if (!exists) {
      throw new IllegalArgumentException(
          "There is no operation "
              + operation
              + Suggestion.among(ids, operation).map("; did you mean %s?"::formatted).orElse(""));
    }
    return new FaultBuilder(this, operation);
  }

  @Override
  public synchronized int useVendorRateLimits() {
    if (rules.stream().anyMatch(vendorLimits::contains)) {
      return 0;
    }
    vendorLimits = known.stream().map(limit -> add(limit.rule(this, clock))).toList();
    return vendorLimits.size();
  }

  @Override
  public Optional<Fault> find(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).map(Fault.class::cast).findFirst();
  }

  @Override
  public List<Fault> active() {
    return List.copyOf(rules.stream().filter(FaultRule::isActive).toList());
  }

  @Override
  public void clear() {
    for (FaultRule rule : rules) {
      rule.remove();
    }
  }

  /** The fault that a request of {@code operation} meets; counts it. */
  public Optional<FaultRule> next(String operation, Request request) {
    for (FaultRule rule : rules) {
      if (rule.concerns(operation) && rule.fires(request)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  Fault plant(FaultSpec spec) {
    return add(FaultActions.rule(this, spec));
  }

  String nextId() {
    return "f" + planted.incrementAndGet();
  }

  private FaultRule add(FaultRule rule) {
    List<FaultRule> over = rules.stream().filter(old -> !old.isActive()).toList();
    if (over.size() > KEPT) {
      // Whoever plants faults for days must not pay for those of yesterday at every request.
      rules.removeAll(over.subList(0, over.size() - KEPT));
    }
    rules.add(rule);
    return rule;
  }

  void drop(FaultRule rule) {
    rules.remove(rule);
  }

  Clock clock() {
    return clock;
  }

  static boolean matches(String pattern, String operation) {
    return pattern.endsWith("*")
        ? operation.startsWith(pattern.substring(0, pattern.length() - 1))
        : operation.equals(pattern);
  }
}
