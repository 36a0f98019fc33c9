package dev.keyway.emulator.internal.webhook;

import dev.keyway.emulator.WebhookFault;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Optional;

/** The attempts that are to fail, those that were asked for first at the front. */
final class DeliveryFaults {
  private static final int MOST = 1000;

  private final Deque<WebhookFault> ahead = new ArrayDeque<>();

  synchronized void add(WebhookFault fault, int times) {
    if (times < 1 || times > MOST - ahead.size()) {
      throw new IllegalArgumentException(
          "times must be at least 1, and all faults together at most "
              + MOST
              + ", but it is "
              + times);
    }
    ahead.addAll(Collections.nCopies(times, fault));
  }

  synchronized int count() {
    return ahead.size();
  }

  synchronized void clear() {
    ahead.clear();
  }

  /** What happens to the attempt that begins now. */
  synchronized Optional<WebhookFault> next() {
    return Optional.ofNullable(ahead.poll());
  }
}
