package dev.keyway.emulator.internal.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Long polls: each keeps a server thread for as long as it waits, so there are fewer places than
 * threads and the rest of the emulator always answers.
 */
@Singleton
final class Waiting {
  static final Duration LONGEST = Duration.ofSeconds(60);
  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  static final int PLACES = 128;

  private final Semaphore places = new Semaphore(PLACES);

  @Inject
  Waiting() {}

  /** Runs what waits, if there is a place. */
  <T> T run(Poll<T> poll) {
    if (!places.tryAcquire()) {
      throw ControlFailure.of(503, "too_many_waiting", PLACES + " requests are waiting already");
    }
    try {
      return poll.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ControlFailure.of(503, "stopping", "The emulator is stopping");
    } finally {
      places.release();
    }
  }

  /** How many wait now. */
  int count() {
    return PLACES - places.availablePermits();
  }

  /** Something that waits. */
  interface Poll<T> {
    T run() throws InterruptedException;
  }
}
