package dev.keyway.emulator.internal.control;

import dev.keyway.emulator.World;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/**
 * Long polls: each keeps a server thread for as long as it waits, so there are fewer places than
 * threads and the rest of the emulator always answers.
 */
@Singleton
final class Waiting {
  static final Duration LONGEST = Duration.ofSeconds(60);
  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  static final int PLACES = 128;

  /** How often somebody who waits looks whether the world is still there. */
  private static final Duration GLANCE = Duration.ofMillis(500);

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

  /**
   * Waits for something that a world may get. It is asked for in short turns: a world that was
   * deleted meanwhile gets nothing any more, and whoever waits is told so.
   */
  <T> T await(ControlCall call, Duration timeout, Turn<T> turn) {
    return run(
        () -> {
          long end = System.nanoTime() + timeout.toNanos();
          while (true) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            Duration longest = left.compareTo(GLANCE) < 0 ? left : GLANCE;
            try {
              return turn.take(call.world(), longest);
            } catch (TimeoutException e) {
              if (System.nanoTime() >= end) {
                // The whole time, and not that of the last turn.
                throw ControlFailure.notArrived(
                    String.valueOf(e.getMessage())
                        .replace("within " + longest, "within " + timeout));
              }
            }
          }
        });
  }

  /** How many wait now. */
  int count() {
    return PLACES - places.availablePermits();
  }

  /** One look at a world that may take so long. */
  interface Turn<T> {
    T take(World world, Duration longest) throws TimeoutException, InterruptedException;
  }

  /** Something that waits. */
  interface Poll<T> {
    T run() throws InterruptedException;
  }
}
