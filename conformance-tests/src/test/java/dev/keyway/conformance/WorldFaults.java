package dev.keyway.conformance;

import dev.keyway.emulator.Faults;
import dev.keyway.emulator.HeldRequests;
import java.time.Duration;
import java.util.Optional;

/** A world's faults, each on the next request of the vendor. */
record WorldFaults(Faults faults, String operations) implements BadNetwork {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private Faults.Builder next() {
    return faults.on(operations).times(1);
  }

  @Override
  public void status(int status) {
    next().respond(status);
  }

  @Override
  public void tooManyRequests(Optional<Duration> retryAfter) {
    Faults.Builder fault = next();
    retryAfter.ifPresent(wait -> fault.header("Retry-After", Long.toString(wait.toSeconds())));
    fault.respond(429);
  }

  @Override
  public void dropBefore() {
    next().drop();
  }

  @Override
  public void dropAfter() {
    next().dropAfterProcessing();
  }

  @Override
  public void truncate() {
    next().truncate();
  }

  @Override
  public void webPage() {
    next().contentType("text/html");
  }

  @Override
  public Held hold() {
    HeldRequests held = faults.on(operations).hold();
    return new Held() {
      @Override
      public void awaitArrival(int count) {
        held.awaitArrival(count, TIMEOUT);
      }

      @Override
      public void release() {
        held.release();
      }
    };
  }
}
