package dev.keyway.providers.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends requests whose time is over, or whose caller was interrupted. The socket's timeout counts
 * from byte to byte, and blocking reads don't hear interrupts: a server that drips, and a caller
 * who gives up, need someone else to look. One task looks after all requests: one for each would
 * wake a thread for each.
 */
final class CallWatch implements AutoCloseable {

  private static final Duration EACH = Duration.ofMillis(50);

  /** A second without requests, then nobody looks any more. */
  private static final int IDLE_ROUNDS = 20;

  private final Duration interval;
  private final int idleRounds;
  private final Set<Watched> underWay = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor thread;
  private volatile boolean looking;
  private @Nullable ScheduledFuture<?> rounds;
  private int idle;

  CallWatch() {
    this(EACH, IDLE_ROUNDS);
  }

  /** Looks each {@code interval}, until nobody was there for more than {@code idleRounds}. */
  CallWatch(Duration interval, int idleRounds) {
    this.interval = interval;
    this.idleRounds = idleRounds;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, "keyway-watch");
              made.setDaemon(true);
              return made;
            });
    thread.setRemoveOnCancelPolicy(true);
  }

  /** A request on its way, until it ends. */
  final class Watched {
    private final CallScope scope;
    private final Thread caller;

    private Watched(CallScope scope, Thread caller) {
      this.scope = scope;
      this.caller = caller;
    }

    private void look() {
      if (!scope.expired() && !caller.isInterrupted()) {
        return;
      }
      try {
        scope.abort();
      } catch (RuntimeException e) {
        // Its own request fails by its socket's timeout; the others are looked after still.
        return;
      }
    }

    void end() {
      underWay.remove(this);
    }
  }

  /** Watches the request that this thread is about to send. */
  Watched begin(CallScope scope) {
    Watched one = new Watched(scope, Thread.currentThread());
    underWay.add(one);
    if (!looking) {
      start();
    }
    return one;
  }

  private synchronized void start() {
    if (!looking) {
      looking = true;
      idle = 0;
      rounds =
          thread.scheduleWithFixedDelay(
              this::round, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void round() {
    underWay.forEach(Watched::look);
    if (!underWay.isEmpty()) {
      idle = 0;
    } else if (++idle > idleRounds) {
      stop();
    }
  }

  private synchronized void stop() {
    looking = false;
    // Whoever began before that line saw somebody looking, and is here; whoever begins after it
    // starts anew.
    if (underWay.isEmpty() && rounds != null) {
      rounds.cancel(false);
    } else {
      looking = true;
      idle = 0;
    }
  }

  /** Whether somebody looks now. */
  boolean isLooking() {
    return looking;
  }

  /** Looks after nobody any more. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
