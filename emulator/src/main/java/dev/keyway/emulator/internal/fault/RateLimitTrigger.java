package dev.keyway.emulator.internal.fault;

import dev.keyway.emulator.FaultEffect;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * So many requests per window of time, by the world's clock. A window is fixed: it begins with its
 * first request. Only requests that pass count.
 */
final class RateLimitTrigger implements FaultTrigger {
  /** Beyond this, windows that are over are swept away. */
  private static final int MANY = 1_000;

  private final Clock clock;
  private final FaultEffect.RateLimit limit;
  private final Function<Request, String> key;
  private final Map<String, Window> windows = new HashMap<>();
  private int toSkip;

  /**
   * Makes a limit that nothing counts against yet.
   *
   * @param after how many requests are left alone before it counts
   * @param key requests of different keys are counted apart
   */
  RateLimitTrigger(
      Clock clock, FaultEffect.RateLimit limit, int after, Function<Request, String> key) {
    this.clock = clock;
    this.limit = limit;
    this.toSkip = after;
    this.key = key;
  }

  @Override
  public synchronized boolean test(Request request) {
    if (toSkip > 0) {
      toSkip--;
      return false;
    }
    Instant now = clock.instant();
    Window window = windows.get(key.apply(request));
    if (window == null || !window.contains(now)) {
      sweep(now);
      windows.put(key.apply(request), new Window(now, now.plus(limit.per()), 1));
      return false;
    }
    if (window.count < limit.requests()) {
      windows.put(key.apply(request), new Window(window.begin, window.end, window.count + 1));
      return false;
    }
    return true;
  }

  /**
   * What becomes of the others.
   *
   * @param tellsWhen whether the refusal carries {@code Retry-After}
   */
  FaultRule.Action refusal(boolean tellsWhen) {
    return (process, failure) -> {
      Response refusal = failure.apply(429);
      return Optional.of(
          tellsWhen ? refusal.withHeader("retry-after", Long.toString(secondsLeft())) : refusal);
    };
  }

  /** Whole seconds until all windows that are open now have ended, at least one. */
  private synchronized long secondsLeft() {
    Instant now = clock.instant();
    long millis =
        windows.values().stream()
            .filter(window -> window.contains(now))
            .mapToLong(window -> Duration.between(now, window.end).toMillis())
            .max()
            .orElse(0);
    return Math.max(1, (millis + 999) / 1000);
  }

  private void sweep(Instant now) {
    if (windows.size() > MANY) {
      windows.values().removeIf(window -> !window.contains(now));
    }
  }

  /** Ends early for a clock that was set back before its beginning. */
  private record Window(Instant begin, Instant end, int count) {
    boolean contains(Instant moment) {
      return !moment.isBefore(begin) && moment.isBefore(end);
    }
  }
}
