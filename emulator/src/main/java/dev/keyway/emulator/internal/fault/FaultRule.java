package dev.keyway.emulator.internal.fault;

import dev.keyway.emulator.Fault;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** One fault, with its count. */
public class FaultRule implements Fault {
  /** What a fault makes of a request; empty closes the connection. */
  interface Action {
    Optional<Response> apply(Supplier<Response> process, IntFunction<Response> failure);
  }

  private final FaultTable table;
  private final String id;
  private final List<String> patterns;
  private final String description;
  private final Action action;
  private final OptionalInt times;
  private final FaultTrigger trigger;
  private int fired;

  /** A fault that acts on the requests of its occasions. */
  FaultRule(FaultTable table, FaultSpec spec, Action action) {
    this(
        table,
        spec,
        action,
        FaultTrigger.counting(spec.occasions().after(), spec.occasions().every()));
  }

  /** A fault that acts on the requests that {@code trigger} chooses. */
  FaultRule(FaultTable table, FaultSpec spec, Action action, FaultTrigger trigger) {
    this(
        table,
        List.of(spec.occasions().operation()),
        spec.effect().description(),
        spec.occasions().times(),
        action,
        trigger);
  }

  /**
   * A fault on several operations.
   *
   * @param patterns operation ids, or beginnings of some followed by {@code *}
   * @param times how often it fires at most; empty for any number of times
   */
  FaultRule(
      FaultTable table,
      List<String> patterns,
      String description,
      OptionalInt times,
      Action action,
      FaultTrigger trigger) {
    this.table = table;
    this.id = table.nextId();
    this.patterns = patterns;
    this.description = description;
    this.times = times;
    this.action = action;
    this.trigger = trigger;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String operation() {
    return String.join(", ", patterns);
  }

  @Override
  public final String effect() {
    return description;
  }

  @Override
  public final synchronized int fired() {
    return fired;
  }

  @Override
  public final synchronized OptionalInt remaining() {
    return times.isEmpty() ? times : OptionalInt.of(times.getAsInt() - fired);
  }

  @Override
  public void remove() {
    table.drop(this);
  }

  synchronized boolean canStillFire() {
    return times.isEmpty() || fired < times.getAsInt();
  }

  boolean isActive() {
    return canStillFire();
  }

  final boolean concerns(String operation) {
    return patterns.stream().anyMatch(pattern -> FaultTable.matches(pattern, operation));
  }

  /** Counts a request that it concerns; true if the fault applies to it. */
  final synchronized boolean fires(Request request) {
    if (!canStillFire() || !trigger.test(request)) {
      return false;
    }
    fired++;
    return true;
  }

  /** Carries it out; empty closes the connection without a response. */
  public final Optional<Response> apply(Supplier<Response> process, IntFunction<Response> failure) {
    return action.apply(process, failure);
  }

  @Override
  public final String toString() {
    return "Fault[" + id + " " + operation() + ": " + description + ", fired " + fired() + "]";
  }
}
