package dev.keyway.emulator;

import java.time.Duration;

/**
 * A fault that makes requests wait. A held request has been read and has not been processed yet, so
 * that two of them can be set off against each other. Closing or resetting the world releases all,
 * and so does its deadline, so that a test which forgets to release leaves nothing waiting.
 */
public interface HeldRequests extends Fault {

  /** How many requests wait now. */
  int waiting();

  /**
   * Blocks until at least {@code count} requests wait.
   *
   * @throws AssertionError if that many have not come within {@code timeout} of real time
   */
  void awaitArrival(int count, Duration timeout);

  /**
   * How much real time is left until it releases by itself; zero once it has been released or has
   * done so.
   */
  Duration timeLeft();

  /** Lets all waiting requests go on and holds no more. */
  void release();
}
