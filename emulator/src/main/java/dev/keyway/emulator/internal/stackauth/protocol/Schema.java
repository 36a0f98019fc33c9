package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object may hold: {@code Schema.object().required("email",
 * Rules.string().strictEmail()).optional("verification_callback_url", Rules.url())}. Immutable.
 */
public final class Schema {
  private final Map<String, Field> fields;
  private final boolean unknownAllowed;

  private Schema(Map<String, Field> fields, boolean unknownAllowed) {
    this.fields = fields;
    this.unknownAllowed = unknownAllowed;
  }

  /** An object without any field. */
  public static Schema object() {
    return new Schema(Map.of(), false);
  }

  /** Adds a field that must be there. */
  public Schema required(String name, Rule rule) {
    return with(name, new Field(rule, true));
  }

  /** Adds a field that may be absent. */
  public Schema optional(String name, Rule rule) {
    return with(name, new Field(rule, false));
  }

  /** Accepts, and drops, fields that are not declared. */
  public Schema ignoringUnknown() {
    return new Schema(fields, true);
  }

  /** How OpenAPI describes such an object. */
  ObjectNode document() {
    ObjectNode schema = Json.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    fields.forEach(
        (name, field) -> {
          properties.set(name, field.rule().document());
          if (field.required()) {
            schema.withArrayProperty("required").add(name);
          }
        });
    return schema.put("additionalProperties", unknownAllowed);
  }

  /**
   * Checks a value and adds what is wrong with it to {@code problems}.
   *
   * @return the declared fields in their declared types
   */
  public JsonNode check(String path, JsonNode value, List<String> problems) {
    if (!value.isObject()) {
      problems.add(Rules.wrongType(path, "object", Rules.shown(value)));
      return value;
    }
    ObjectNode checked = Json.object();
    fields.forEach((name, field) -> field.check(path, name, value.get(name), checked, problems));
    List<String> unknown =
        value.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> !fields.containsKey(name))
            .toList();
    if (!unknown.isEmpty() && !unknownAllowed) {
      problems.add(path + " contains unknown properties: " + String.join(", ", unknown));
    }
    return checked;
  }

  private Schema with(String name, Field field) {
    Map<String, Field> more = new LinkedHashMap<>(fields);
    more.put(name, field);
    return new Schema(more, unknownAllowed);
  }

  private record Field(Rule rule, boolean required) {
    void check(
        String parent,
        String name,
        @Nullable JsonNode value,
        ObjectNode checked,
        List<String> problems) {
      String path = parent + "." + name;
      if (value == null) {
        if (required) {
          problems.add(path + " must be defined");
        }
      } else if (value.isNull()) {
        if (rule.acceptsNull()) {
          checked.set(name, value);
        } else {
          problems.add(path + " cannot be null");
        }
      } else {
        checked.set(name, rule.check(path, value, problems));
      }
    }
  }
}
