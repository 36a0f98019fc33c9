package dev.keyway.emulator.internal.fault;

import dev.keyway.emulator.FaultEffect;
import java.util.List;

/**
 * A fault as it was asked for: in Java, over the control API or on the page. It and its parts check
 * all ranges.
 *
 * @param occasions which requests it meets
 * @param effect what it does to them
 * @param headers what it adds where it responds itself
 */
record FaultSpec(Occasions occasions, FaultEffect effect, List<Header> headers) {
  FaultSpec {
    headers = List.copyOf(headers);
    if (effect instanceof FaultEffect.RateLimit && occasions.every() != 1) {
      throw new IllegalArgumentException("a rate limit counts every request");
    }
  }
}
