package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a value must be beyond its type. {@link Length}, {@link Matching}, {@link OneOf} and {@link
 * Range} are here; whoever has forms of their own makes an enum of them, with the words for each.
 *
 * @param <T> the values that it judges
 */
public interface Constraint<T> {
  /** Whether a value keeps to it. */
  boolean accepts(T value);

  /** Adds to a JSON Schema what of it that language can say. */
  default void describe(ObjectNode schema) {}
}
