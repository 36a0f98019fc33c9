package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a JSON object, with an example. Immutable. */
final class Shape {
  private final String name;
  private final List<Field> fields;
  private final JsonNode example;

  private Shape(String name, List<Field> fields, JsonNode example) {
    this.name = name;
    this.fields = List.copyOf(fields);
    this.example = example;
  }

  /**
   * Begins a shape.
   *
   * @param name its name in the OpenAPI document, in upper camel case
   */
  static Builder named(String name) {
    return new Builder(name);
  }

  String name() {
    return name;
  }

  List<Field> fields() {
    return fields;
  }

  JsonNode example() {
    return example.deepCopy();
  }

  /** How the OpenAPI document says it. */
  ObjectNode schema() {
    ObjectNode schema = Json.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (Field field : fields) {
      ObjectNode property = field.type().schema();
      String more = property.path("description").asText();
      property.put("description", field.description() + (more.isEmpty() ? "" : " (" + more + ")"));
      properties.set(field.name(), property);
    }
    ArrayNode required = Json.array();
    fields.stream().filter(Field::required).map(Field::name).forEach(required::add);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  /** This shape and those that its fields refer to. */
  Set<Shape> all() {
    Set<Shape> all = new LinkedHashSet<>();
    all.add(this);
    fields.forEach(field -> field.type().shapes().forEach(shape -> all.addAll(shape.all())));
    return all;
  }

  /**
   * Refuses an object with a field missing, misspelt or of the wrong type.
   *
   * @param path what to call the object; empty for the whole body
   */
  void check(String path, JsonNode value) {
    if (!value.isObject()) {
      throw path.isEmpty()
          ? ControlFailure.invalid("The body must be a JSON object")
          : ControlFailure.invalid(path, path + " must be an object");
    }
    Set<String> known = fields.stream().map(Field::name).collect(Collectors.toSet());
    value
        .fieldNames()
        .forEachRemaining(
            sent -> {
              if (!known.contains(sent)) {
                throw ControlFailure.invalid(
                    within(path, sent), "There is no field of this name; known are " + names());
              }
            });
    for (Field field : fields) {
      String place = within(path, field.name());
      if (value.has(field.name())) {
        field.type().check(place, value.get(field.name()));
      } else if (field.required()) {
        throw ControlFailure.invalid(place, place + " is missing");
      }
    }
  }

  private String names() {
    return fields.stream().map(Field::name).collect(Collectors.joining(", "));
  }

  private static String within(String path, String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  /** Describes a shape. */
  static final class Builder {
    private final String name;
    private final List<Field> fields = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    Builder required(String field, Type type, String description) {
      fields.add(new Field(field, type, true, description));
      return this;
    }

    Builder optional(String field, Type type, String description) {
      fields.add(new Field(field, type, false, description));
      return this;
    }

    /** Ends with an example, in JSON. */
    Shape example(String json) {
      try {
        return new Shape(name, fields, Json.read(json));
      } catch (Json.Malformed e) {
        throw new IllegalStateException("The example of " + name + " is no JSON", e);
      }
    }
  }
}
