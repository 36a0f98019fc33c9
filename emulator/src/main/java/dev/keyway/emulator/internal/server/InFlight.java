package dev.keyway.emulator.internal.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the requests that are being answered, so that stopping can wait for them. */
@Singleton
final class InFlight {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition done = lock.newCondition();
  private int count;

  @Inject
  InFlight() {}

  /** Counts one while {@code answer} runs. */
  void during(Runnable answer) {
    add(1);
    try {
      answer.run();
    } finally {
      add(-1);
    }
  }

  /** Waits until nobody is being answered, at most {@code longest} of real time. */
  void awaitNone(Duration longest) {
    lock.lock();
    try {
      long nanosLeft = longest.toNanos();
      while (count > 0 && nanosLeft > 0) {
        nanosLeft = done.awaitNanos(nanosLeft);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void add(int change) {
    lock.lock();
    try {
      count += change;
      done.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
