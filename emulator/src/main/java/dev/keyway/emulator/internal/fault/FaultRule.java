package dev.keyway.emulator.internal.fault;

import dev.keyway.emulator.Fault;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One fault, with its count. */
public class FaultRule implements Fault {
  /** What a fault makes of a request; empty closes the connection. */
  interface Effect {
    Optional<Response> apply(Supplier<Response> process, IntFunction<Response> failure);
  }

  private final FaultTable table;
  private final String id;
  private final List<String> patterns;
  private final String description;
  private final Effect effect;
  private final @Nullable Integer times;
  private final FaultTrigger trigger;
  private int fired;

  /**
   * Makes a fault that is not planted yet.
   *
   * @param patterns operation ids, or beginnings of some followed by {@code *}
   * @param times how often it fires at most; null for any number of times
   */
  FaultRule(
      FaultTable table,
      List<String> patterns,
      String description,
      Effect effect,
      @Nullable Integer times,
      FaultTrigger trigger) {
    this.table = table;
    this.id = table.nextId();
    this.patterns = patterns;
    this.description = description;
    this.effect = effect;
    this.times = times;
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
    return times == null ? OptionalInt.empty() : OptionalInt.of(times - fired);
  }

  @Override
  public void remove() {
    table.drop(this);
  }

  synchronized boolean canStillFire() {
    return times == null || fired < times;
  }

  boolean isActive() {
    return canStillFire();
  }

  final boolean concerns(String operation) {
    return patterns.stream().anyMatch(pattern -> FaultTable.matches(pattern, operation));
  }

  /** Counts a request that it concerns; true if the fault applies to it. */
  final synchronized boolean fires(Request exchange) {
    if (!canStillFire() || !trigger.test(exchange)) {
      return false;
    }
    fired++;
    return true;
  }

  public final Optional<Response> apply(Supplier<Response> process, IntFunction<Response> failure) {
    return effect.apply(process, failure);
  }

  @Override
  public final String toString() {
    return "Fault[" + id + " " + operation() + ": " + description + ", fired " + fired() + "]";
  }
}
