package dev.keyway.providers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. */
public final class TestClock extends Clock {

  private volatile Instant now;

  /** Stands at the beginning of 2026. */
  public TestClock() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  /** Stands at this moment. */
  public TestClock(Instant now) {
    this.now = now;
  }

  /** Moves to this moment. */
  public synchronized void set(Instant moment) {
    now = moment;
  }

  /** Moves on, or back. */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
