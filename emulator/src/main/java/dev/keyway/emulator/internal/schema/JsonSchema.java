package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes types down, for a document that keeps those with a name in one place and refers to them.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema, draft 2020-12</a>, which
 *     OpenAPI 3.1 takes over
 */
public final class JsonSchema {
  private final String place;
  private final boolean open;
  private final boolean descriptionsLast;
  private final Map<String, ObjectNode> named = new LinkedHashMap<>();

  private JsonSchema(String place, boolean open, boolean descriptionsLast) {
    this.place = place;
    this.open = open;
    this.descriptionsLast = descriptionsLast;
  }

  /**
   * For an OpenAPI document.
   *
   * @param dialect how what is described is read
   */
  public static JsonSchema ofOpenApi(Dialect dialect) {
    boolean open = dialect.unknown() == Dialect.Unknown.IGNORED;
    return new JsonSchema("#/components/schemas/", open, true);
  }

  /** For a document of its own. */
  public static JsonSchema ofDocument() {
    return new JsonSchema("#/$defs/", false, false);
  }

  /** A type; a reference if it has a name. */
  public ObjectNode of(Type<?> type) {
    return type.describe(this);
  }

  /** One of some types. */
  public ObjectNode oneOf(Collection<? extends Type<?>> types) {
    ObjectNode schema = Json.object();
    types.forEach(type -> schema.withArray("oneOf").add(of(type)));
    return schema;
  }

  /** The type of a field with all that is said of it. */
  public <T> ObjectNode of(Field<T> field) {
    ObjectNode plain = orNull(field, of(field.type()));
    field.otherwise().ifPresent(value -> plain.set("default", field.type().write(value)));
    field.example().ifPresent(value -> plain.putArray("examples").add(field.type().write(value)));
    String more = plain.path("description").asText();
    String all = field.description() + (more.isEmpty() ? "" : " (" + more + ")");
    if (all.isEmpty()) {
      return plain;
    }
    if (descriptionsLast) {
      return plain.put("description", all);
    }
    ObjectNode schema = Json.object().put("description", all);
    return schema.setAll(plain);
  }

  /** The types with a name that were met so far, in the order of meeting. */
  public Map<String, ObjectNode> named() {
    return Collections.unmodifiableMap(named);
  }

  boolean isOpen() {
    return open;
  }

  ObjectNode reference(String name, Supplier<ObjectNode> whole) {
    if (!named.containsKey(name)) {
      // Its place is before those that it refers to.
      named.put(name, Json.object());
      named.put(name, whole.get());
    }
    return Json.object().put("$ref", place + name);
  }

  private static ObjectNode orNull(Field<?> field, ObjectNode schema) {
    JsonNode type = schema.get("type");
    if (!field.isNullable() || (type == null && !schema.has("$ref"))) {
      return schema;
    }
    if (type != null && type.isTextual() && !schema.has("enum")) {
      schema.putArray("type").add(type).add("null");
      return schema;
    }
    ObjectNode either = Json.object();
    either.putArray("anyOf").add(schema).addObject().put("type", "null");
    return either;
  }
}
