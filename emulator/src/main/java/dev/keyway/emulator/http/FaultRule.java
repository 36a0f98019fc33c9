package dev.keyway.emulator.http;

import dev.keyway.emulator.Fault;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One fault, with its count. */
class FaultRule implements Fault {
  /** What a fault makes of a request; empty closes the connection. */
  interface Effect {
    Optional<Answer> apply(Supplier<Answer> process, IntFunction<Answer> failure);
  }

  private final FaultTable table;
  private final String id;
  private final String operation;
  private final String description;
  private final Effect effect;
  private final @Nullable Integer times;
  private int toSkip;
  private int fired;

  FaultRule(
      FaultTable table,
      String operation,
      String description,
      Effect effect,
      @Nullable Integer times,
      int toSkip) {
    this.table = table;
    this.id = table.nextId();
    this.operation = operation;
    this.description = description;
    this.effect = effect;
    this.times = times;
    this.toSkip = toSkip;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String operation() {
    return operation;
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

  final synchronized boolean canStillFire() {
    return times == null || fired < times;
  }

  /** Counts a request that matches; true if the fault applies to it. */
  final synchronized boolean fires() {
    if (!canStillFire()) {
      return false;
    }
    if (toSkip > 0) {
      toSkip--;
      return false;
    }
    fired++;
    return true;
  }

  final Optional<Answer> apply(Supplier<Answer> process, IntFunction<Answer> failure) {
    return effect.apply(process, failure);
  }

  @Override
  public final String toString() {
    return "Fault[" + operation + ": " + description + ", fired " + fired() + "]";
  }
}
