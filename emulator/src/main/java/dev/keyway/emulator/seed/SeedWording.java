package dev.keyway.emulator.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.attribute.InvalidAttribute;
import dev.keyway.emulator.internal.description.WordedConstraint;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.JsonKind;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.OneOf;
import dev.keyway.emulator.internal.schema.Problem;
import dev.keyway.emulator.internal.schema.Type;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of a problem in a seed, with its place in the file. It never quotes a value. */
final class SeedWording {
  private SeedWording() {}

  static SeedException refusal(SourceLocations places, Problem problem) {
    String path = problem.path();
    if (problem.reason() instanceof InvalidAttribute attribute) {
      return places.problem(path + attribute.path(), attribute.problem());
    }
    return switch (problem.kind()) {
      case MISSING -> places.problem(path, "is missing");
      case UNKNOWN -> {
        String first = problem.unknown().get(0);
        yield places.problem(
            path.isEmpty() ? first : path + "." + first,
            "is not known here; known are " + known((ObjectType) problem.type()));
      }
      default ->
          places.problem(
              path,
              problem.broken() instanceof WordedConstraint broken
                  ? broken.words()
                  : "must be " + wanted(problem));
    };
  }

  private static String known(ObjectType type) {
    return type.fields().stream().map(Field::name).collect(Collectors.joining(", "));
  }

  private static String wanted(Problem problem) {
    JsonNode value = problem.value();
    Type<?> type = problem.type();
    Optional<SeedTypes.Size> size = type.find(SeedTypes.Size.class);
    if (size.isPresent() && value.isNumber()) {
      return "a whole number from 0 to " + size.get().most();
    }
    boolean misfit = !value.isTextual() || problem.kind() == Problem.Kind.WRONG_TYPE;
    return type(type, value) + (misfit ? " but is " + kind(value) : "");
  }

  private static String type(Type<?> type, JsonNode value) {
    if (type.isReadBy(SeedTypes.MOMENT)) {
      return "a moment like 2026-01-31T12:00:00Z";
    }
    if (type.isReadBy(SeedTypes.SPAN)) {
      return "a duration like PT10M or P30D (ISO 8601)";
    }
    return type.find(OneOf.class).map(SeedWording::words).orElseGet(() -> kinds(type, value));
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
