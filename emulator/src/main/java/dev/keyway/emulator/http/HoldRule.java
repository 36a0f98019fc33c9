package dev.keyway.emulator.http;

import dev.keyway.emulator.HeldRequests;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault that makes requests wait at a gate. */
final class HoldRule extends FaultRule implements HeldRequests {
  /** A test that forgets to release must not keep a server thread for ever. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Gate gate;

  HoldRule(FaultTable table, String operation, Gate gate, @Nullable Integer times, int toSkip) {
    super(
        table,
        operation,
        "hold",
        (process, failure) -> {
          gate.await(LONGEST);
          return Optional.of(process.get());
        },
        times,
        toSkip);
    this.gate = gate;
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
  public void release() {
    remove();
  }

  @Override
  public void remove() {
    super.remove();
    gate.open();
  }
}
