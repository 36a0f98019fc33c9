package dev.keyway.emulator.internal.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the requests that are being answered, so that stopping can wait for them. */
final class InFlight implements HttpHandler {
  private final HttpHandler next;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition done = lock.newCondition();
  private int count;

  InFlight(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (exchange.isInIoThread()) {
      exchange.dispatch(this);
      return;
    }
    add(1);
    try {
      next.handleRequest(exchange);
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
