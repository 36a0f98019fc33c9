package dev.keyway.emulator.internal.attribute;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.JsonKind;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.OneOf;
import dev.keyway.emulator.internal.schema.Problem;
import dev.keyway.emulator.internal.schema.Range;
import dev.keyway.emulator.internal.schema.Suggestion;
import dev.keyway.emulator.internal.schema.Type;
import java.util.List;

/** What is said of a problem to whoever writes settings and seeds. It never quotes a value. */
public final class AttributeWording {
  private AttributeWording() {}

  /** Where the problem is. */
  public static String path(Problem problem) {
    String path = problem.path();
    return problem.unknown().stream()
        .findFirst()
        .map(first -> path.isEmpty() ? first : path + "." + first)
        .orElse(path);
  }

  /** What is wrong, to be read behind the path. */
  public static String words(Problem problem) {
    if (problem.broken() instanceof Form form) {
      return form.words();
    }
    if (problem.broken() instanceof Between span) {
      return "must be from " + span.least() + " to " + span.most();
    }
    return words(problem, type(problem.type(), problem.value()));
  }

  /**
   * The same of a value of a type that is not known here.
   *
   * @param wanted what it must be
   */
  public static String words(Problem problem, String wanted) {
    return switch (problem.kind()) {
      case MISSING -> "is missing";
      case UNKNOWN -> "is not known here; " + known(problem, (ObjectType) problem.type());
      case NULL, WRONG_TYPE -> "must be " + wanted + " but is " + kind(problem.value());
      case FRACTION, MALFORMED, CONSTRAINT, KEY -> "must be " + wanted + range(problem.type());
    };
  }

  private static String known(Problem problem, ObjectType type) {
    List<String> names = type.fields().stream().map(Field::name).toList();
    return Suggestion.known(names, problem.unknown().get(0));
  }

  private static String range(Type<?> type) {
    return type.find(Range.class)
        .map(range -> " from " + range.least() + " to " + range.most())
        .orElse("");
  }

  private static String type(Type<?> type, JsonNode value) {
    if (type.isReadBy(AttributeTypes.SPAN)) {
      return "a duration like PT10M or P30D (ISO 8601)";
    }
    return type.find(OneOf.class).map(AttributeWording::words).orElseGet(() -> kinds(type, value));
  }

  private static String words(OneOf<?> choice) {
    return "one of " + choice.values();
  }

  private static String kinds(Type<?> type, JsonNode value) {
    return type.kinds().stream().map(kind -> kind(kind, value)).findFirst().orElse("a value");
  }

  private static String kind(JsonKind kind, JsonNode value) {
    return switch (kind) {
      case TEXT -> value.isNumber() || value.isBoolean() ? "text: put it in quotes," : "text";
      case FLAG -> "true or false";
      case WHOLE, NUMBER -> "a whole number";
      case LIST -> "a list";
      case OBJECT -> "a map";
    };
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "a map";
      case ARRAY -> "a list";
      case STRING -> "text";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      default -> "nothing";
    };
  }
}
