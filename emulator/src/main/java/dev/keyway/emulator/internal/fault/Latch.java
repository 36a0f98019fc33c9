package dev.keyway.emulator.internal.fault;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Makes threads wait until it is opened, and counts them. */
final class Latch {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean open;
  private int waiting;

  /** Waits until it is open, at most {@code longest} of real time. */
  void await(Duration longest) {
    lock.lock();
    try {
      waiting++;
      changed.signalAll();
      long nanosLeft = longest.toNanos();
      while (!open && nanosLeft > 0) {
        nanosLeft = changed.awaitNanos(nanosLeft);
      }
    } catch (InterruptedException e) {
      // The server is stopping; going on is how this request ends.
      Thread.currentThread().interrupt();
    } finally {
      waiting--;
      changed.signalAll();
      lock.unlock();
    }
  }

  /** Whether at least {@code count} threads waited at one moment within {@code longest}. */
  boolean awaitWaiting(int count, Duration longest) {
    lock.lock();
    try {
      long nanosLeft = longest.toNanos();
      while (waiting < count && nanosLeft > 0) {
        nanosLeft = changed.awaitNanos(nanosLeft);
      }
      return waiting >= count;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  boolean isOpen() {
    lock.lock();
    try {
      return open;
    } finally {
      lock.unlock();
    }
  }

  void open() {
    lock.lock();
    try {
      open = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
