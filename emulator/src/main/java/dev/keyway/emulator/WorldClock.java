package dev.keyway.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The time of one world. Everything in that world that expires or carries a timestamp reads this
 * clock: codes, links, sessions, tokens, TOTP windows, locks.
 *
 * <p>A new clock runs with the machine's time. {@link #advance} and {@link #set} move it and leave
 * it running; {@link #freeze} stops it until {@link #resume}. All methods may be called from any
 * thread, also while requests are being answered.
 */
public final class WorldClock extends Clock {
  private final Clock base;
  private final ZoneId zone;
  private final Shared state;

  /** Starts a clock that runs with {@code base}. */
  public WorldClock(Clock base) {
    this(base, base.getZone(), new Shared());
  }

  private WorldClock(Clock base, ZoneId zone, Shared state) {
    this.base = Objects.requireNonNull(base, "base");
    this.zone = Objects.requireNonNull(zone, "zone");
    this.state = state;
  }

  /** The world's present moment. */
  public Instant now() {
    return instant();
  }

  @Override
  public Instant instant() {
    return state.get().at(base.instant());
  }

  /** Stops the clock at its present moment and returns that moment. */
  public Instant freeze() {
    return change(s -> new State(s.offset, s.at(base.instant()))).at(base.instant());
  }

  /** Stops the clock at {@code moment}. */
  public void freezeAt(Instant moment) {
    Objects.requireNonNull(moment, "moment");
    change(s -> new State(s.offset, moment));
  }

  /** Lets a frozen clock run on from where it stands. */
  public void resume() {
    change(
        s ->
            s.frozenAt == null ? s : new State(Duration.between(base.instant(), s.frozenAt), null));
  }

  /**
   * Moves the clock by {@code step}; a frozen clock stays frozen.
   *
   * @param step how far; negative values move back
   */
  public void advance(Duration step) {
    Objects.requireNonNull(step, "step");
    change(
        s ->
            s.frozenAt == null
                ? new State(s.offset.plus(step), null)
                : new State(s.offset, s.frozenAt.plus(step)));
  }

  /** Puts the clock at {@code moment}; a frozen clock stays frozen, a running one runs on. */
  public void set(Instant moment) {
    Objects.requireNonNull(moment, "moment");
    change(
        s ->
            s.frozenAt == null
                ? new State(Duration.between(base.instant(), moment), null)
                : new State(s.offset, moment));
  }

  /** Back to the machine's time, running. */
  public void reset() {
    change(s -> new State(Duration.ZERO, null));
  }

  Snapshot snapshot() {
    State now = state.get();
    return new Snapshot(now.at(base.instant()), now.frozenAt != null);
  }

  /** Back to the moment of the snapshot; standing or running, as it was then. */
  void restore(Snapshot snapshot) {
    change(
        s ->
            snapshot.frozen
                ? new State(s.offset, snapshot.moment)
                : new State(Duration.between(base.instant(), snapshot.moment), null));
  }

  /** Whether the clock stands still. */
  public boolean frozen() {
    return state.get().frozenAt != null;
  }

  /** How far it runs ahead of the machine's time; of no meaning while it is frozen. */
  Duration offset() {
    return state.get().offset;
  }

  /** The machine's time. */
  Instant machineTime() {
    return base.instant();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock (later moves are seen by both) reporting another zone. */
  @Override
  public WorldClock withZone(ZoneId other) {
    return new WorldClock(base, other, state);
  }

  @Override
  public String toString() {
    return "WorldClock[" + instant() + (frozen() ? ", frozen]" : "]");
  }

  private State change(UnaryOperator<State> step) {
    return state.change(step);
  }

  /** One state for all zones of a clock. */
  private static final class Shared {
    private State state = new State(Duration.ZERO, null);

    synchronized State get() {
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
  record Snapshot(Instant moment, boolean frozen) {}

  private record State(Duration offset, @Nullable Instant frozenAt) {
    Instant at(Instant machineTime) {
      return frozenAt != null ? frozenAt : machineTime.plus(offset);
    }
  }
}
