package dev.keyway.emulator.internal.attribute;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute may be.
 *
 * @param <T> what it is in memory; immutable, with a meaningful {@code equals}
 */
public interface AttributeType<T> {
  /** Which control of a form fits. */
  enum Control {
    /** A box to tick. */
    BOX,
    /** One line of text. */
    LINE,
    /** One of a few words. */
    CHOICE,
    /** A whole number. */
    NUMBER,
    /** Lines of text. */
    LINES,
    /** Anything with structure. */
    TREE
  }

  /**
   * Reads a plain value.
   *
   * @param path what to call it, for example {@code roles[0].id}
   * @throws InvalidAttribute if it cannot be
   */
  T read(String path, @Nullable Object plain);

  /** The plain value with all its parts; null for nothing. */
  @Nullable Object write(T value);

  /** The plain value without the parts that are usual. */
  default @Nullable Object brief(T value) {
    return write(value);
  }

  /** As JSON Schema. */
  Map<String, Object> schema();

  /** Which control of a form fits. */
  Control control();

  /** The words of a choice; empty for anything else. */
  default List<String> words() {
    return List.of();
  }
}
