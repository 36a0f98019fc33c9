package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.internal.json.Json;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes rules for single values; the texts are those of the validator that the service uses. */
public final class Rules {
  private static final Pattern TRUE = Pattern.compile("true|1");
  private static final Pattern FALSE = Pattern.compile("false|0");

  private Rules() {}

  public static StringRule string() {
    return new StringRule();
  }

  /** A user id, or {@code me}. */
  public static Rule userId() {
    return (path, value, problems) ->
        value.isTextual() && value.textValue().equals("me")
            ? value
            : string().uuid().check(path, value, problems);
  }

  /** A web address. */
  public static StringRule url() {
    return string().url();
  }

  public static Rule bool() {
    return (path, value, problems) -> {
      if (value.isBoolean()) {
        return value;
      }
      String text = value.isContainerNode() ? "" : value.asText().toLowerCase(Locale.ROOT);
      if (TRUE.matcher(text).matches()) {
        return BooleanNode.TRUE;
      }
      if (FALSE.matcher(text).matches()) {
        return BooleanNode.FALSE;
      }
      problems.add(wrongType(path, "boolean", shown(value)));
      return value;
    };
  }

  /** A whole number between two bounds. */
  public static Rule integer(long least, long most) {
    return (path, value, problems) -> {
      BigDecimal number;
      try {
        number = new BigDecimal(value.isContainerNode() ? "" : value.asText().strip());
      } catch (NumberFormatException e) {
        problems.add(
            "%s must be a `number` type, but the final value was: `NaN` (cast from the value `%s`)."
                .formatted(path, shown(value)));
        return value;
      }
      boolean whole = number.stripTrailingZeros().scale() <= 0;
      if (!whole) {
        problems.add(path + " must be an integer");
      }
      if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
        problems.add(path + " must be less than or equal to " + most);
      }
      if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
        problems.add(path + " must be greater than or equal to " + least);
      }
      return whole && number.precision() - number.scale() <= 18
          ? LongNode.valueOf(number.longValue())
          : DecimalNode.valueOf(number);
    };
  }

  /** Any JSON value, null included. */
  public static Rule any() {
    Rule any = (path, value, problems) -> value;
    return any.nullable();
  }

  /** A list whose elements follow one rule. */
  public static Rule array(Rule element) {
    return (path, value, problems) -> {
      if (!value.isArray()) {
        problems.add(wrongType(path, "array", shown(value)));
        return value;
      }
      ArrayNode checked = Json.array();
      for (int i = 0; i < value.size(); i++) {
        checked.add(element.check(path + "[" + i + "]", value.get(i), problems));
      }
      return checked;
    };
  }

  /** An object inside an object. */
  public static Rule object(Schema schema) {
    return (path, value, problems) -> schema.check(path, value, problems);
  }

  static String wrongType(String path, String type, String shownValue) {
    return "%s must be a `%s` type, but the final value was: `%s`."
        .formatted(path, type, shownValue);
  }

  /**
   * A value as the validator shows it: texts quoted, objects as indented JSON in which every leaf
   * has become a text.
   */
  static String shown(JsonNode value) {
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
}
