package dev.keyway.emulator.internal.attribute;

import dev.keyway.emulator.internal.schema.Constraint;
import java.time.Duration;

/**
 * How long something may last.
 *
 * @param least the shortest
 * @param most the longest
 */
public record Between(Duration least, Duration most) implements Constraint<Duration> {
  @Override
  public boolean accepts(Duration duration) {
    return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
  }
}
