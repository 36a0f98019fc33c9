package dev.keyway.emulator.internal.stytch.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.schema.Coercion;
import dev.keyway.emulator.internal.schema.Dialect;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.JsonKind;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Problem;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.schema.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the service takes bodies. An absent field, {@code null} and, for text, the empty string are
 * one thing, as in the language that the service is written in (inferred). Fields that are not
 * declared are ignored, repeated path parameters among them. The first problem is told.
 */
public final class Bodies {
  static final Dialect DIALECT = new Dialect(true, Dialect.Unknown.IGNORED, Coercion.NONE);

  private Bodies() {}

  /** A field with a number of any size; {@link #whole(Values, Field)} reads it. */
  public static Field<BigDecimal> whole(String name) {
    return Field.of(name, Type.whole());
  }

  /** A field with a list of texts. */
  public static Field<List<String>> texts(String name) {
    return Field.listOf(name, Type.text());
  }

  /**
   * The value of a number's field.
   *
   * @throws StytchFailure {@code bad_request} if it does not fit into 32 bits
   */
  public static OptionalInt whole(Values values, Field<BigDecimal> field) {
    Optional<BigDecimal> value = values.find(field);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(value.get().intValueExact());
    } catch (ArithmeticException e) {
      throw StytchError.BAD_REQUEST.failure("The field " + field.name() + " is out of range.");
    }
  }

  /**
   * Reads a body.
   *
   * @throws StytchFailure {@code bad_request}, naming the field and never its value
   */
  static Values read(ObjectType type, ObjectNode body) {
    return DIALECT.require(type, "", body, Bodies::refusal);
  }

  private static StytchFailure refusal(Problem problem) {
    String path = problem.path();
    if (problem.kind() == Problem.Kind.MISSING) {
      return StytchError.BAD_REQUEST.failure("The field " + path + " is required.");
    }
    // What is wrong with an element is told of its list.
    boolean element = path.endsWith("]");
    String field = element ? path.substring(0, path.lastIndexOf('[')) : path;
    JsonKind kind = element ? JsonKind.LIST : problem.type().kinds().get(0);
    return StytchError.BAD_REQUEST.failure("The field " + field + " must be " + words(kind) + ".");
  }

  private static String words(JsonKind kind) {
    return switch (kind) {
      case TEXT -> "a string";
      case FLAG -> "a boolean";
      case WHOLE -> "an integer";
      case NUMBER -> "a number";
      case LIST -> "an array of strings";
      case OBJECT -> "an object";
    };
  }
}
