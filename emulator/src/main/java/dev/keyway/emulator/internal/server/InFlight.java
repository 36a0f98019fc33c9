package dev.keyway.emulator.internal.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the requests that are being answered, so that stopping can wait for them. */
@Singleton
final class InFlight {
  private final AtomicInteger count = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition done = lock.newCondition();
  private volatile boolean awaited;

  @Inject
  InFlight() {}

  /** Counts one while {@code answer} runs. */
  void during(Runnable answer) {
    count.incrementAndGet();
    try {
      answer.run();
    } finally {
      // Whoever waits says so before looking at the count, and so is seen here or sees it.
      if (count.decrementAndGet() == 0 && awaited) {
        tell();
      }
    }
  }

  /** Waits until nobody is being answered, at most {@code longest} of real time. */
  void awaitNone(Duration longest) {
    lock.lock();
    try {
      awaited = true;
      long nanosLeft = longest.toNanos();
      while (count.get() > 0 && nanosLeft > 0) {
        nanosLeft = done.awaitNanos(nanosLeft);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void tell() {
    lock.lock();
    try {
      done.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
