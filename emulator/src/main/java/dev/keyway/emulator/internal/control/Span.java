package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.schema.Constraint;
import java.time.Duration;

/**
 * How long something may last.
 *
 * @param least the shortest
 * @param most the longest
 */
record Span(Duration least, Duration most) implements Constraint<Duration> {
  @Override
  public boolean accepts(Duration duration) {
    return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
  }

  @Override
  public void describe(ObjectNode schema) {
    schema.put("description", "ISO 8601, from " + least + " to " + most);
  }
}
