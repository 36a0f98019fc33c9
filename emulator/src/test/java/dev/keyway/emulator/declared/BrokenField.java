package dev.keyway.emulator.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.internal.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An object that is right but for one field.
 *
 * @param fault what is wrong with it
 * @param field its path from the object on; the object's own path for a field that is unknown
 * @param required whether the field must be there
 * @param schema what is declared of it
 * @param object all of it
 */
record BrokenField(Fault fault, String field, boolean required, JsonNode schema, JsonNode object) {
  /** What no declaration knows. */
  static final String UNKNOWN = "zzz_unknown";

  /** Every way to break every field of an object. */
  static List<BrokenField> all(JsonNode schema, Sample sample) {
    List<BrokenField> all = new ArrayList<>();
    addTo(all, schema, sample, "", UnaryOperator.identity());
    return all;
  }

  private static void addTo(
      List<BrokenField> all,
      JsonNode schema,
      Sample sample,
      String prefix,
      UnaryOperator<JsonNode> outer) {
    List<String> required = DeclaredRoute.texts(schema.path("required"));
    ObjectNode right = sample.object(schema);
    all.add(
        new BrokenField(
            Fault.UNKNOWN_FIELD,
            prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1),
            false,
            schema,
            outer.apply(right.deepCopy().put(UNKNOWN, 1))));
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      String name = field.getKey();
      JsonNode declared = field.getValue();
      UnaryOperator<JsonNode> with = value -> outer.apply(right.deepCopy().set(name, value));
      if (required.contains(name)) {
        all.add(
            new BrokenField(
                Fault.MISSING, prefix + name, true, declared, outer.apply(without(right, name))));
      }
      values(declared)
          .forEach(
              (fault, value) ->
                  all.add(
                      new BrokenField(
                          fault,
                          prefix + name,
                          required.contains(name),
                          declared,
                          with.apply(value))));
      JsonNode items = declared.path("items");
      element(items)
          .ifPresent(
              element ->
                  all.add(
                      new BrokenField(
                          Fault.WRONG_TYPE,
                          prefix + name + "[0]",
                          false,
                          items,
                          with.apply(Json.array().add(element)))));
      if (declared.has("properties")) {
        addTo(all, declared, sample, prefix + name + ".", with);
      }
    }
  }

  private static ObjectNode without(ObjectNode object, String name) {
    ObjectNode copy = object.deepCopy();
    copy.remove(name);
    return copy;
  }

  /** Values that a field does not take, by what is wrong with them. */
  static Map<Fault, JsonNode> values(JsonNode schema) {
    Map<Fault, JsonNode> values = new EnumMap<>(Fault.class);
    if (!Sample.nullable(schema)) {
      values.put(Fault.NULL, NullNode.getInstance());
    }
    element(schema).ifPresent(wrong -> values.put(Fault.WRONG_TYPE, wrong));
    if (schema.has("maxLength")) {
      values.put(
          Fault.OVER_LONG, TextNode.valueOf("a".repeat(schema.path("maxLength").intValue() + 1)));
    }
    if (schema.has("maximum")) {
      values.put(
          Fault.OUT_OF_RANGE,
          DecimalNode.valueOf(schema.path("maximum").decimalValue().add(BigDecimal.ONE)));
    }
    if (schema.has("enum") && !Sample.kind(schema).equals("boolean")) {
      values.put(Fault.UNLISTED_VALUE, TextNode.valueOf(UNKNOWN));
    }
    if (schema.has("format") || schema.has("pattern")) {
      values.put(Fault.WRONG_FORM, TextNode.valueOf("not of this form"));
    }
    return values;
  }

  /** A value of another kind that no validator turns into the right one. */
  private static Optional<JsonNode> element(JsonNode schema) {
    return switch (Sample.kind(schema)) {
      case "string" -> Optional.of(Json.object());
      case "boolean", "integer", "number", "array", "object" ->
          Optional.of(TextNode.valueOf(UNKNOWN));
      default -> Optional.empty();
    };
  }
}
