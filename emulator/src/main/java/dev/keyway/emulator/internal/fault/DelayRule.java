package dev.keyway.emulator.internal.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault that makes requests late; removing it ends the delay of those that wait. */
final class DelayRule extends FaultRule {
  private final Latch gate;

  DelayRule(
      FaultTable table,
      String pattern,
      Latch gate,
      Duration time,
      @Nullable Integer times,
      FaultTrigger trigger) {
    super(
        table,
        List.of(pattern),
        "delay by " + time,
        (process, failure) -> {
          gate.await(time);
          return Optional.of(process.get());
        },
        times,
        trigger);
    this.gate = gate;
  }

  @Override
  boolean isActive() {
    return super.isActive() || gate.waiting() > 0;
  }

  @Override
  public void remove() {
    super.remove();
    gate.open();
  }
}
