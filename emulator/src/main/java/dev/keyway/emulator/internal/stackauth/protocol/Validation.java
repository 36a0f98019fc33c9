package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Constraint;
import dev.keyway.emulator.internal.schema.Dialect;
import dev.keyway.emulator.internal.schema.JsonKind;
import dev.keyway.emulator.internal.schema.Length;
import dev.keyway.emulator.internal.schema.Matching;
import dev.keyway.emulator.internal.schema.OneOf;
import dev.keyway.emulator.internal.schema.Problem;
import dev.keyway.emulator.internal.schema.Problems;
import dev.keyway.emulator.internal.schema.Range;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the service takes what is sent to it: texts, numbers and flags stand for each other, null is
 * a value, all that is wrong is told at once, in the words of the validator that it uses.
 *
 * @see <a href="https://github.com/jquense/yup">yup</a>
 */
public final class Validation {
  public static final Dialect DIALECT =
      new Dialect(false, Dialect.Unknown.REFUSED_LAST, Validation::coerce);

  private Validation() {}

  /** What is wrong, one sentence for each problem. */
  public static List<String> sentences(Problems problems) {
    if (problems.earliest().isEmpty()) {
      return List.of();
    }
    // A rule across fields does not know null from nothing, and null has been told.
    Set<String> nulls = new HashSet<>();
    return problems.found().stream()
        .filter(
            problem ->
                problem.kind() == Problem.Kind.NULL
                    ? nulls.add(problem.path())
                    : problem.kind() != Problem.Kind.MISSING || !nulls.contains(problem.path()))
        .map(Validation::sentence)
        .toList();
  }

  /** The sentence for a text that a handler has judged itself. */
  public static String sentence(String path, Form broken) {
    return path + " " + broken.words();
  }

  private static String sentence(Problem problem) {
    return problem.path() + " " + words(problem);
  }

  private static String words(Problem problem) {
    return switch (problem.kind()) {
      case MISSING -> "must be defined";
      case NULL -> "cannot be null";
      case FRACTION -> "must be an integer";
      case UNKNOWN -> "contains unknown properties: " + String.join(", ", problem.unknown());
      case CONSTRAINT, KEY, MALFORMED -> words(problem.broken(), problem.value());
      case WRONG_TYPE -> wrongType(problem.type().kinds().get(0), shown(problem.value()));
    };
  }

  private static String wrongType(JsonKind wanted, String shown) {
    boolean number = wanted == JsonKind.WHOLE || wanted == JsonKind.NUMBER;
    return number
        ? "must be a `number` type, but the final value was: `NaN` (cast from the value `%s`)."
            .formatted(shown)
        : "must be a `%s` type, but the final value was: `%s`.".formatted(wanted.word(), shown);
  }

  private static String words(@Nullable Constraint<?> broken, JsonNode value) {
    if (broken instanceof Form form) {
      return form.words();
    }
    if (broken instanceof Length length) {
      if (length.least() == length.most()) {
        return "must be exactly " + length.most() + " characters";
      }
      return value.asText().length() < length.least()
          ? "must be at least " + length.least() + " characters"
          : "must be at most " + length.most() + " characters";
    }
    if (broken instanceof Matching matching) {
      return "must match the following: \"/" + matching.pattern() + "/\"";
    }
    if (broken instanceof OneOf<?> choice) {
      return "must be one of the following values: "
          + choice.values().stream().map(Object::toString).collect(Collectors.joining(", "));
    }
    if (broken instanceof Range range) {
      return number(value).decimalValue().compareTo(range.least()) < 0
          ? "must be greater than or equal to " + range.least()
          : "must be less than or equal to " + range.most();
    }
    throw new IllegalStateException("The validator has no words for " + broken);
  }

  /**
   * A value as the validator shows it: texts quoted, objects as indented JSON in which every leaf
   * has become a text.
   */
  private static String shown(JsonNode value) {
    if (value.isTextual()) {
      return '"' + value.textValue() + '"';
    }
    return value.isContainerNode() ? Json.writeIndented(leavesAsText(value)) : value.asText();
  }

  private static JsonNode leavesAsText(JsonNode value) {
    if (value instanceof ObjectNode object) {
      ObjectNode copy = Json.object();
      object.properties().forEach(f -> copy.set(f.getKey(), leavesAsText(f.getValue())));
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = Json.array();
      array.forEach(element -> copy.add(leavesAsText(element)));
      return copy;
    }
    return TextNode.valueOf(shown(value));
  }

  private static JsonNode coerce(JsonKind wanted, JsonNode sent) {
    if (sent.isContainerNode()) {
      return sent;
    }
    return switch (wanted) {
      case TEXT -> TextNode.valueOf(sent.asText());
      case FLAG ->
          switch (sent.asText().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> BooleanNode.TRUE;
            case "false", "0" -> BooleanNode.FALSE;
            default -> sent;
          };
      case WHOLE, NUMBER -> number(sent);
      case LIST, OBJECT -> sent;
    };
  }

  private static JsonNode number(JsonNode sent) {
    try {
      return DecimalNode.valueOf(new BigDecimal(sent.asText().strip()));
    } catch (NumberFormatException e) {
      return sent;
    }
  }
}
