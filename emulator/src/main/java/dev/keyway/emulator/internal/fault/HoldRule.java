package dev.keyway.emulator.internal.fault;

import dev.keyway.emulator.HeldRequests;
import java.time.Duration;
import java.util.Optional;

/** A fault that makes requests wait at a latch. */
final class HoldRule extends FaultRule implements HeldRequests {
  private final Latch latch;
  private final Deadline deadline;

  HoldRule(FaultTable table, FaultSpec spec, Latch latch, Deadline deadline) {
    super(
        table,
        spec,
        (process, failure) -> {
          latch.await(deadline.left());
          return Optional.of(process.get());
        });
    this.latch = latch;
    this.deadline = deadline;
  }

  @Override
  public int waiting() {
    return latch.waiting();
  }

  @Override
  public void awaitArrival(int count, Duration timeout) {
    if (!latch.awaitWaiting(count, timeout)) {
      throw new AssertionError(
          "%d of %d requests to %s came within %s"
              .formatted(latch.waiting(), count, operation(), timeout));
    }
  }

  @Override
  public Duration timeLeft() {
    return latch.isOpen() ? Duration.ZERO : deadline.left();
  }

  @Override
  synchronized boolean canStillFire() {
    return super.canStillFire() && !timeLeft().isZero();
  }

  @Override
  boolean isActive() {
    return canStillFire() || waiting() > 0;
  }

  @Override
  public void release() {
    remove();
  }

  @Override
  public void remove() {
    super.remove();
    latch.open();
  }
}
