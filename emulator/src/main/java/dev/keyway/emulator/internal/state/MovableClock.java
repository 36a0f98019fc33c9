package dev.keyway.emulator.internal.state;

import dev.keyway.emulator.WorldClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A clock that runs with another one until it is moved. */
public final class MovableClock extends WorldClock {
  private final Clock base;
  private final ZoneId zone;
  private final Shared state;

  /** Starts a clock that runs with {@code base}. */
  public MovableClock(Clock base) {
    this(base, base.getZone(), new Shared());
  }

  private MovableClock(Clock base, ZoneId zone, Shared state) {
    this.base = Objects.requireNonNull(base, "base");
    this.zone = Objects.requireNonNull(zone, "zone");
    this.state = state;
  }

  @Override
  public Instant instant() {
    return state.get().at(base.instant());
  }

  @Override
  public Instant freeze() {
    return change(s -> new State(s.offset, s.at(base.instant()))).at(base.instant());
  }

  @Override
  public void freezeAt(Instant moment) {
    Objects.requireNonNull(moment, "moment");
    change(s -> new State(s.offset, moment));
  }

  @Override
  public void resume() {
    change(
        s ->
            s.frozenAt == null ? s : new State(Duration.between(base.instant(), s.frozenAt), null));
  }

  @Override
  public void advance(Duration step) {
    Objects.requireNonNull(step, "step");
    change(
        s ->
            s.frozenAt == null
                ? new State(s.offset.plus(step), null)
                : new State(s.offset, s.frozenAt.plus(step)));
  }

  @Override
  public void set(Instant moment) {
    Objects.requireNonNull(moment, "moment");
    change(
        s ->
            s.frozenAt == null
                ? new State(Duration.between(base.instant(), moment), null)
                : new State(s.offset, moment));
  }

  @Override
  public void reset() {
    change(s -> new State(Duration.ZERO, null));
  }

  /**
   * Tells of every move of the hands, after it: not of time that passes.
   *
   * @param moved must be quick, and may read the clock
   */
  public void whenMoved(Runnable moved) {
    state.watchers.add(moved);
  }

  /** The present moment, to come back to. */
  public Snapshot snapshot() {
    State now = state.get();
    return new Snapshot(now.at(base.instant()), now.frozenAt != null);
  }

  /** Back to the moment of the snapshot; standing or running, as it was then. */
  public void restore(Snapshot snapshot) {
    change(
        s ->
            snapshot.frozen
                ? new State(s.offset, snapshot.moment)
                : new State(Duration.between(base.instant(), snapshot.moment), null));
  }

  @Override
  public boolean frozen() {
    return state.get().frozenAt != null;
  }

  /** How far it runs ahead of the machine's time; of no meaning while it is frozen. */
  public Duration offset() {
    return state.get().offset;
  }

  /** The machine's time. */
  public Instant machineTime() {
    return base.instant();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock (later moves are seen by both) reporting another zone. */
  @Override
  public MovableClock withZone(ZoneId other) {
    return new MovableClock(base, other, state);
  }

  @Override
  public String toString() {
    return "WorldClock[" + instant() + (frozen() ? ", frozen]" : "]");
  }

  private State change(UnaryOperator<State> step) {
    State changed = state.change(step);
    state.watchers.forEach(Runnable::run);
    return changed;
  }

  /** One state for all zones of a clock. */
  private static final class Shared {
    private volatile State state = new State(Duration.ZERO, null);
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    State get() {
      return state;
    }

    synchronized State change(UnaryOperator<State> step) {
      state = step.apply(state);
      return state;
    }
  }

  /**
   * A clock at one moment.
   *
   * @param moment what it showed
   * @param frozen whether it stood still
   */
  public record Snapshot(Instant moment, boolean frozen) {}

  private record State(Duration offset, @Nullable Instant frozenAt) {
    Instant at(Instant machineTime) {
      return frozenAt != null ? frozenAt : machineTime.plus(offset);
    }
  }
}
