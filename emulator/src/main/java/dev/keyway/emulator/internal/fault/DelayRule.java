package dev.keyway.emulator.internal.fault;

import java.time.Duration;
import java.util.Optional;

/** A fault that makes requests late; removing it ends the delay of those that wait. */
final class DelayRule extends FaultRule {
  private final Latch latch;

  DelayRule(FaultTable table, FaultSpec spec, Latch latch, Duration time) {
    super(
        table,
        spec,
        (process, failure) -> {
          latch.await(time);
          return Optional.of(process.get());
        });
    this.latch = latch;
  }

  @Override
  boolean isActive() {
    return super.isActive() || latch.waiting() > 0;
  }

  @Override
  public void remove() {
    super.remove();
    latch.open();
  }
}
