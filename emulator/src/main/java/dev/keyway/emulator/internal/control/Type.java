package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.internal.json.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a value may be: one statement for the schema that is published and the check that is made.
 */
final class Type {
  /** One line of text without control characters, so that it can stand in a header or a report. */
  private static final String LINE = "^[^\\u0000-\\u001f\\u007f]*$";

  private static final String HEADER_NAME = "^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$";
  private static final int LONGEST_LINE = 2_000;

  private final ObjectNode schema;
  private final Check check;
  private final Function<String, JsonNode> fromText;
  private final Set<Shape> shapes;

  private Type(
      ObjectNode schema, Check check, Function<String, JsonNode> fromText, Set<Shape> shapes) {
    this.schema = schema;
    this.check = check;
    this.fromText = fromText;
    this.shapes = shapes;
  }

  /** A line of text. */
  static Type line() {
    return lineOf(Json.object());
  }

  /** Text of any length and content. */
  static Type text() {
    return plain(
        Json.object().put("type", "string"),
        (path, value) -> expect(value.isTextual(), path, "text"));
  }

  /** One of some words. */
  static Type choice(String... words) {
    ObjectNode schema = Json.object().put("type", "string");
    ArrayNode values = schema.putArray("enum");
    Arrays.stream(words).forEach(values::add);
    Set<String> allowed = Set.of(words);
    return plain(
        schema,
        (path, value) ->
            expect(
                value.isTextual() && allowed.contains(value.textValue()),
                path,
                "one of " + String.join(", ", words)));
  }

  /** One of an enum's constants, in lower case. */
  static <E extends Enum<E>> Type choice(Class<E> constants) {
    return choice(
        Arrays.stream(constants.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new));
  }

  /** A whole number. */
  static Type integer(int least, int most) {
    return new Type(
        Json.object().put("type", "integer").put("minimum", least).put("maximum", most),
        (path, value) ->
            expect(
                value.isIntegralNumber()
                    && value.canConvertToInt()
                    && value.intValue() >= least
                    && value.intValue() <= most,
                path,
                "a whole number from " + least + " to " + most),
        Type::number,
        Set.of());
  }

  /** A whole number that only ever comes out. */
  static Type number() {
    return plain(
        Json.object().put("type", "number"),
        (path, value) -> expect(value.isNumber(), path, "a number"));
  }

  /** True or false. */
  static Type flag() {
    return new Type(
        Json.object().put("type", "boolean"),
        (path, value) -> expect(value.isBoolean(), path, "true or false"),
        text ->
            text.equals("true") || text.equals("false")
                ? BooleanNode.valueOf(text.equals("true"))
                : TextNode.valueOf(text),
        Set.of());
  }

  /** A span of time from {@code least} to {@code most}. */
  static Type duration(Duration least, Duration most) {
    return plain(
        Json.object()
            .put("type", "string")
            .put("format", "duration")
            .put("description", "ISO 8601, from " + least + " to " + most),
        (path, value) ->
            expect(
                isDuration(value, least, most),
                path,
                "an ISO 8601 duration such as PT10M, from " + least + " to " + most));
  }

  /** A moment, from 1970 to the year 9999. */
  static Type moment() {
    return plain(
        Json.object().put("type", "string").put("format", "date-time"),
        (path, value) ->
            expect(isMoment(value), path, "a moment in ISO 8601 such as 2026-01-31T12:00:00Z"));
  }

  /** Names and values of HTTP headers. */
  static Type headers() {
    ObjectNode schema = Json.object().put("type", "object");
    schema.set("propertyNames", Json.object().put("pattern", HEADER_NAME));
    schema.set("additionalProperties", line().schema());
    Pattern name = Pattern.compile(HEADER_NAME);
    return plain(
        schema,
        (path, value) -> {
          expect(value.isObject(), path, "an object of header names and values");
          value
              .properties()
              .forEach(
                  header -> {
                    expect(
                        name.matcher(header.getKey()).matches(), path, "headers with valid names");
                    line().check(path + "." + header.getKey(), header.getValue());
                  });
        });
  }

  /** A JSON object whose fields are somebody else's business. */
  static Type object() {
    return plain(
        Json.object().put("type", "object"),
        (path, value) -> expect(value.isObject(), path, "an object"));
  }

  /** What somebody else describes and checks. */
  static Type checkedElsewhere(ObjectNode schema) {
    return plain(schema, (path, value) -> {});
  }

  /** An object, or text that holds one. */
  static Type objectOrText() {
    ObjectNode schema = Json.object();
    schema.putArray("type").add("object").add("string");
    return plain(
        schema,
        (path, value) -> expect(value.isObject() || value.isTextual(), path, "an object or text"));
  }

  /** Any number of values of one type. */
  static Type listOf(Type element) {
    ObjectNode schema = Json.object().put("type", "array");
    schema.set("items", element.schema());
    return new Type(
        schema,
        (path, value) -> {
          expect(value.isArray(), path, "a list");
          for (int i = 0; i < value.size(); i++) {
            element.check(path + "[" + i + "]", value.get(i));
          }
        },
        TextNode::valueOf,
        element.shapes);
  }

  /** An object of a shape. */
  static Type of(Shape shape) {
    return new Type(
        Json.object().put("$ref", "#/components/schemas/" + shape.name()),
        shape::check,
        TextNode::valueOf,
        Set.of(shape));
  }

  /** How the OpenAPI document says it. */
  ObjectNode schema() {
    return schema.deepCopy();
  }

  /** The shapes that its schema refers to. */
  Set<Shape> shapes() {
    return shapes;
  }

  /** Refuses a value that is not of this type, naming the field. */
  void check(String path, JsonNode value) {
    check.accept(path, value);
  }

  /** What a query parameter's text stands for. */
  JsonNode fromText(String text) {
    return fromText.apply(text);
  }

  private static Type lineOf(ObjectNode schema) {
    Pattern line = Pattern.compile(LINE);
    return plain(
        schema.put("type", "string").put("maxLength", LONGEST_LINE).put("pattern", LINE),
        (path, value) ->
            expect(
                value.isTextual()
                    && value.textValue().length() <= LONGEST_LINE
                    && line.matcher(value.textValue()).matches(),
                path,
                "one line of text of at most " + LONGEST_LINE + " characters"));
  }

  private static Type plain(ObjectNode schema, Check check) {
    return new Type(schema, check, TextNode::valueOf, Set.of());
  }

  private static JsonNode number(String text) {
    try {
      return IntNode.valueOf(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return TextNode.valueOf(text);
    }
  }

  private static boolean isDuration(JsonNode value, Duration least, Duration most) {
    try {
      Duration duration = Duration.parse(value.asText());
      return value.isTextual() && duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isMoment(JsonNode value) {
    try {
      return value.isTextual() && Instants.reasonable(Instant.parse(value.textValue()));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static void expect(boolean fits, String path, String expected) {
    if (!fits) {
      throw ControlFailure.invalid(path, path + " must be " + expected);
    }
  }

  /** Refuses what does not fit. */
  private interface Check {
    void accept(String path, JsonNode value);
  }
}
