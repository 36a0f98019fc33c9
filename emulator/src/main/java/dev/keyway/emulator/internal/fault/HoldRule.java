package dev.keyway.emulator.internal.fault;

import dev.keyway.emulator.HeldRequests;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault that makes requests wait at a gate. */
final class HoldRule extends FaultRule implements HeldRequests {
  private final Latch gate;
  private final Deadline deadline;

  HoldRule(
      FaultTable table,
      String pattern,
      Latch gate,
      Deadline deadline,
      @Nullable Integer times,
      FaultTrigger trigger) {
    super(
        table,
        List.of(pattern),
        "hold",
        (process, failure) -> {
          gate.await(deadline.left());
          return Optional.of(process.get());
        },
        times,
        trigger);
    this.gate = gate;
    this.deadline = deadline;
  }

  @Override
  public int waiting() {
    return gate.waiting();
  }

  @Override
  public void awaitArrival(int count, Duration timeout) {
    if (!gate.awaitWaiting(count, timeout)) {
      throw new AssertionError(
          "%d of %d requests to %s came within %s"
              .formatted(gate.waiting(), count, operation(), timeout));
    }
  }

  @Override
  public Duration timeLeft() {
    return gate.isOpen() ? Duration.ZERO : deadline.left();
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
    gate.open();
  }
}
