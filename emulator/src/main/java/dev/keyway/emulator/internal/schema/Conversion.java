package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * What the values of one type stand for, and how they are written again.
 *
 * @param <S> what stands in JSON, for example a text
 * @param <T> what it means, for example a moment
 * @param read throws an {@link IllegalArgumentException} or a {@link java.time.DateTimeException}
 *     if a value means nothing
 * @param write how a meaning is written
 * @param keyword the word of JSON Schema that describes it, for example {@code format}; empty for
 *     none
 * @param description what stands at that word
 */
public record Conversion<S, T>(
    Function<S, T> read, Function<T, S> write, String keyword, String description) {

  /** A conversion that JSON Schema has no word for. */
  public static <S, T> Conversion<S, T> of(Function<S, T> read, Function<T, S> write) {
    return new Conversion<>(read, write, "", "");
  }

  void describe(ObjectNode schema) {
    if (!keyword.isEmpty()) {
      schema.put(keyword, description);
    }
  }
}
