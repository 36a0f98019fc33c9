package dev.keyway.emulator.internal.fault;

import dev.keyway.emulator.internal.http.Request;
import java.util.function.Predicate;

/**
 * Decides which of the requests to its operation a fault applies to. Asked once for each of them,
 * in their order, by one thread at a time.
 */
interface FaultTrigger extends Predicate<Request> {

  /** Leaves the first {@code after} requests alone, then takes every {@code nth}. */
  static FaultTrigger counting(int after, int nth) {
    return new FaultTrigger() {
      private long seen;

      @Override
      public boolean test(Request request) {
        seen++;
        return seen > after && (seen - after) % nth == 0;
      }
    };
  }
}
