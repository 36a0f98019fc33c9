package dev.keyway.emulator.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values that keep to a schema.
 *
 * @param known values for fields of some names
 */
record Sample(Map<String, String> known) {
  private static final List<String> TEXTS =
      List.of("x", "a".repeat(43), "https://example.com/x", "team_admin");

  /** An object with its required fields, and no others. */
  ObjectNode object(JsonNode schema) {
    ObjectNode object = Json.object();
    List<String> required = DeclaredRoute.texts(schema.path("required"));
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      if (required.contains(field.getKey())) {
        object.set(field.getKey(), value(field.getKey(), field.getValue()));
      }
    }
    return object;
  }

  /** A value of a field. */
  JsonNode value(String name, JsonNode schema) {
    if (schema.has("enum")) {
      return schema.at("/enum/0");
    }
    return switch (kind(schema)) {
      case "string" -> TextNode.valueOf(text(name, schema));
      case "boolean" -> BooleanNode.TRUE;
      case "integer", "number" -> DecimalNode.valueOf(schema.path("minimum").decimalValue());
      case "array" -> Json.array();
      case "object" -> object(schema);
      default -> Json.object();
    };
  }

  /** The one kind of JSON value that a schema wants; empty where several or any will do. */
  static String kind(JsonNode schema) {
    JsonNode type = schema.path("type");
    List<String> kinds = type.isTextual() ? List.of(type.asText()) : DeclaredRoute.texts(type);
    List<String> values = kinds.stream().filter(kind -> !kind.equals("null")).toList();
    return values.size() == 1 ? values.get(0) : "";
  }

  /** Whether null is a value too, as it is where any value is. */
  static boolean nullable(JsonNode schema) {
    return schema.path("type").isMissingNode()
        || DeclaredRoute.texts(schema.path("type")).contains("null");
  }

  private String text(String name, JsonNode schema) {
    String own = known.get(name);
    if (own != null) {
      return own;
    }
    return switch (schema.path("format").asText()) {
      case "uuid" -> "6b657977-6179-4c64-9a53-4b1d2a7c0f11";
      case "email" -> "nobody@example.com";
      case "uri" -> "http://localhost:3000/x";
      default -> plain(schema);
    };
  }

  private static String plain(JsonNode schema) {
    Pattern pattern = Pattern.compile(schema.path("pattern").asText());
    int least = schema.path("minLength").asInt();
    return Stream.concat(TEXTS.stream(), Stream.of("a".repeat(least)))
        .filter(text -> pattern.matcher(text).find() && text.length() >= least)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No text is known that keeps to " + schema));
  }
}
