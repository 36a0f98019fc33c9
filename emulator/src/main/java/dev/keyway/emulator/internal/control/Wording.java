package dev.keyway.emulator.internal.control;

import dev.keyway.emulator.internal.attribute.Between;
import dev.keyway.emulator.internal.attribute.Form;
import dev.keyway.emulator.internal.schema.JsonKind;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.OneOf;
import dev.keyway.emulator.internal.schema.Problem;
import dev.keyway.emulator.internal.schema.Range;
import dev.keyway.emulator.internal.schema.Suggestion;
import dev.keyway.emulator.internal.schema.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the control API says of a problem. It never quotes a value. */
final class Wording {
  private Wording() {}

  static ControlFailure ofBody(Problem problem) {
    String path = problem.path();
    return switch (problem.kind()) {
      case MISSING -> ControlFailure.invalid(path, path + " is missing");
      case UNKNOWN ->
          ControlFailure.invalid(
              unknown(problem),
              "There is no field of this name; " + known(problem, (ObjectType) problem.type()));
      case KEY -> ControlFailure.invalid(path, path + " must be headers with valid names");
      default -> {
        if (problem.broken() instanceof Form form) {
          yield ControlFailure.invalid(path, path + " " + form.words());
        }
        yield path.isEmpty()
            ? ControlFailure.invalid("The body must be a JSON object")
            : ControlFailure.invalid(path, path + " must be " + expected(problem.type()));
      }
    };
  }

  static ControlFailure ofQuery(Problem problem) {
    if (problem.kind() == Problem.Kind.UNKNOWN) {
      return ControlFailure.invalid(
          unknown(problem),
          "There is no parameter of this name; " + known(problem, (ObjectType) problem.type()));
    }
    return problem.value().isArray()
        ? ControlFailure.invalid(problem.path(), problem.path() + " is given more than once")
        : ofBody(problem);
  }

  private static String unknown(Problem problem) {
    String first = problem.unknown().get(0);
    return problem.path().isEmpty() ? first : problem.path() + "." + first;
  }

  private static String known(Problem problem, ObjectType type) {
    List<String> names = type.fields().stream().map(field -> field.name()).toList();
    return Suggestion.known(names, problem.unknown().get(0));
  }

  private static String expected(Type<?> type) {
    if (type.isReadBy(ControlFields.MOMENT)) {
      return "a moment in ISO 8601 such as 2026-01-31T12:00:00Z";
    }
    Optional<String> demanded =
        type.find(Span.class)
            .map(Wording::of)
            .or(() -> type.find(Between.class).map(Wording::of))
            .or(() -> type.find(OneOf.class).map(Wording::of))
            .or(() -> type.find(Range.class).map(Wording::of))
            .or(() -> type.find(Line.class).map(Wording::of));
    return demanded.orElseGet(() -> of(type.kinds()));
  }

  private static String of(Span span) {
    return span(span.least(), span.most());
  }

  private static String of(Between span) {
    return span(span.least(), span.most());
  }

  private static String span(Duration least, Duration most) {
    return "an ISO 8601 duration such as PT10M, from " + least + " to " + most;
  }

  private static String of(OneOf<?> choice) {
    return choice.values().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "one of ", ""));
  }

  private static String of(Range range) {
    return "a whole number from " + range.least() + " to " + range.most();
  }

  private static String of(Line line) {
    return switch (line) {
      case TEXT -> "one line of text of at most " + line.longest() + " characters";
      case HEADER_NAME -> "an object of header names and values";
    };
  }

  private static String of(List<JsonKind> kinds) {
    return kinds.stream().map(Wording::of).collect(Collectors.joining(" or "));
  }

  private static String of(JsonKind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case FLAG -> "true or false";
      case WHOLE -> "a whole number";
      case NUMBER -> "a number";
      case LIST -> "a list";
      case OBJECT -> "an object";
    };
  }
}
