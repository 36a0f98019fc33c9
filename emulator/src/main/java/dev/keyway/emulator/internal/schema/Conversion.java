package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * What the values of one type stand for, and how they are written again.
 *
 * @param <S> what stands in JSON, for example a text
 * @param <T> what it means, for example a moment
 */
public interface Conversion<S, T> {
  /**
   * What a value means.
   *
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} if it means nothing
   */
  T read(S value);

  /** How a meaning is written. */
  S write(T meaning);

  /** Adds to a JSON Schema what of it that language can say. */
  default void describe(ObjectNode schema) {}

  /** A conversion of two functions. */
  static <S, T> Conversion<S, T> of(Function<S, T> read, Function<T, S> write) {
    return new Conversion<>() {
      @Override
      public T read(S value) {
        return read.apply(value);
      }

      @Override
      public S write(T meaning) {
        return write.apply(meaning);
      }
    };
  }

  /** The same, which describes itself as a format or pattern of JSON Schema. */
  default Conversion<S, T> describedAs(String keyword, String value) {
    Conversion<S, T> plain = this;
    return new Conversion<>() {
      @Override
      public T read(S source) {
        return plain.read(source);
      }

      @Override
      public S write(T meaning) {
        return plain.write(meaning);
      }

      @Override
      public void describe(ObjectNode schema) {
        schema.put(keyword, value);
      }
    };
  }
}
