package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a service takes what is sent to it, whatever the fields are.
 *
 * @param emptyIsAbsent whether null, and for {@link Values#find} the empty text, say the same as
 *     nothing; else null is a value, for those fields that may be null
 * @param unknown what becomes of fields that are not declared
 * @param coercion what a value of another kind stands for
 */
public record Dialect(boolean emptyIsAbsent, Unknown unknown, Coercion coercion) {
  /** Takes nothing for anything else, and refuses what it does not know. */
  public static final Dialect STRICT = new Dialect(false, Unknown.REFUSED, Coercion.NONE);

  /** What becomes of fields that are not declared. */
  public enum Unknown {
    /** They are a problem, the first of their object's. */
    REFUSED,
    /** They are a problem, the last of their object's. */
    REFUSED_LAST,
    IGNORED
  }

  /** The same with another coercion. */
  public Dialect with(Coercion other) {
    return new Dialect(emptyIsAbsent, unknown, other);
  }

  /**
   * Reads a value and adds what is wrong with it.
   *
   * @param path what to call the value; empty for the whole of what was sent
   * @return the value, as far as it could be read; not to be used if anything is wrong
   */
  public <T> Optional<T> read(Type<T> type, String path, JsonNode value, Problems problems) {
    return type.read(new Spot(path, type, this, problems), value);
  }

  /**
   * Reads a value that must be right.
   *
   * @param refusal what to throw for the first problem
   */
  public <T> T require(
      Type<T> type, String path, JsonNode value, Function<Problem, RuntimeException> refusal) {
    Problems problems = Problems.first();
    Optional<T> read = read(type, path, value, problems);
    Optional<Problem> first = problems.earliest();
    if (first.isPresent()) {
      throw refusal.apply(first.get());
    }
    return read.orElseThrow();
  }
}
