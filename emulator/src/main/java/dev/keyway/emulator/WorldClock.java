package dev.keyway.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time of one world. Everything in that world that expires or carries a timestamp reads this
 * clock: codes, links, sessions, tokens, TOTP windows, locks.
 *
 * <p>A new clock runs with the machine's time. {@link #advance} and {@link #set} move it and leave
 * it running; {@link #freeze} stops it until {@link #resume}. All methods may be called from any
 * thread, also while requests are being answered.
 */
public abstract class WorldClock extends Clock {
  /** For the emulator: users take a world's own. */
  protected WorldClock() {}

  /** The world's present moment. */
  public final Instant now() {
    return instant();
  }

  /** Stops the clock at its present moment and returns that moment. */
  public abstract Instant freeze();

  /** Stops the clock at {@code moment}. */
  public abstract void freezeAt(Instant moment);

  /** Lets a frozen clock run on from where it stands. */
  public abstract void resume();

  /**
   * Moves the clock by {@code step}; a frozen clock stays frozen.
   *
   * @param step how far; negative values move back
   */
  public abstract void advance(Duration step);

  /** Puts the clock at {@code moment}; a frozen clock stays frozen, a running one runs on. */
  public abstract void set(Instant moment);

  /** Back to the machine's time, running. */
  public abstract void reset();

  /** Whether the clock stands still. */
  public abstract boolean frozen();

  /** The same clock (later moves are seen by both) reporting another zone. */
  @Override
  public abstract WorldClock withZone(ZoneId other);
}
