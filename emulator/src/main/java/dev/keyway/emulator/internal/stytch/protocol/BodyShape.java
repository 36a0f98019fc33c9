package dev.keyway.emulator.internal.stytch.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stytch.rules.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a body may hold, with their JSON types. Fields that are not declared are ignored,
 * repeated path parameters among them; {@code null} counts as absent.
 */
public final class BodyShape {
  private final List<Field> fields = new ArrayList<>();

  private BodyShape() {}

  /** The JSON type of a field. */
  public enum Type {
    TEXT("a string", JsonNode::isTextual),
    WHOLE("an integer", JsonNode::isIntegralNumber),
    FLAG("a boolean", JsonNode::isBoolean),
    MAP("an object", JsonNode::isObject),
    TEXTS("an array of strings", Type::holdsTextOnly),
    /** Any JSON: its own errors tell what is wrong with it. */
    ANY("a value", node -> true);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // The predicates hold no state.
    private final Predicate<JsonNode> test;

    Type(String words, Predicate<JsonNode> test) {
      this.words = words;
      this.test = test;
    }

    private ObjectNode document() {
      ObjectNode schema = Json.object();
      switch (this) {
        case TEXT -> schema.put("type", "string");
        case WHOLE -> schema.put("type", "integer");
        case FLAG -> schema.put("type", "boolean");
        case MAP -> schema.put("type", "object");
        case TEXTS -> schema.put("type", "array").putObject("items").put("type", "string");
        case ANY -> {}
      }
      return schema;
    }

    private static boolean holdsTextOnly(JsonNode node) {
      if (!node.isArray()) {
        return false;
      }
      for (JsonNode element : node) {
        if (!element.isTextual()) {
          return false;
        }
      }
      return true;
    }
  }

  /** No field is declared. */
  static BodyShape anything() {
    return new BodyShape();
  }

  /** Begins with fields that must be there. */
  public static BodyShape required(Type type, String... names) {
    return new BodyShape().andRequired(type, names);
  }

  /** Begins with fields that may be there. */
  public static BodyShape optional(Type type, String... names) {
    return new BodyShape().and(type, names);
  }

  /** More fields that must be there. */
  public BodyShape andRequired(Type type, String... names) {
    for (String name : names) {
      fields.add(new Field(name, true, type, null));
    }
    return this;
  }

  /** More fields that may be there. */
  public BodyShape and(Type type, String... names) {
    for (String name : names) {
      fields.add(new Field(name, false, type, null));
    }
    return this;
  }

  /** An object that may be there, with a shape of its own. */
  public BodyShape and(String name, BodyShape shape) {
    fields.add(new Field(name, false, Type.MAP, shape));
    return this;
  }

  /** What every call that may start or join a session accepts. */
  public BodyShape andSession() {
    return and(Type.TEXT, "session_token", "session_jwt", "telemetry_id")
        .and(Type.WHOLE, "session_duration_minutes")
        .and(Type.MAP, "session_custom_claims");
  }

  /** What calls accept that know the browser's address and name. */
  public BodyShape andAttributes() {
    return and("attributes", optional(Type.TEXT, "ip_address", "user_agent"));
  }

  /** What calls accept that may insist on the browser that began the flow. */
  public BodyShape andOptions() {
    return andAttributes()
        .and("options", optional(Type.FLAG, "ip_match_required", "user_agent_match_required"));
  }

  /** A person's name. */
  public BodyShape andName() {
    return and("name", optional(Type.TEXT, "first_name", "middle_name", "last_name"));
  }

  /** Both kinds of metadata; their form is judged by {@link Metadata}. */
  public BodyShape andMetadata() {
    return and(Type.ANY, "trusted_metadata", "untrusted_metadata");
  }

  /** How OpenAPI describes such a body; empty when no field is declared. */
  Optional<ObjectNode> document() {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode schema = Json.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (Field field : fields) {
      properties.set(
          field.name,
          field.nested == null
              ? field.type.document()
              : field.nested.document().orElseGet(Json::object));
      if (field.required) {
        schema.withArrayProperty("required").add(field.name);
      }
    }
    return Optional.of(schema);
  }

  /**
   * Checks a body.
   *
   * @throws StytchFailure {@code bad_request}, naming the field and never its value
   */
  void check(ObjectNode body) {
    check(body, "");
  }

  private void check(JsonNode body, String prefix) {
    for (Field field : fields) {
      String name = prefix + field.name;
      JsonNode value = body.get(field.name);
      if (value == null || value.isNull()) {
        if (field.required) {
          throw StytchError.BAD_REQUEST.failure("The field " + name + " is required.");
        }
        continue;
      }
      if (!field.type.test.test(value)) {
        throw StytchError.BAD_REQUEST.failure(
            "The field " + name + " must be " + field.type.words + ".");
      }
      if (field.nested != null) {
        field.nested.check(value, name + ".");
      }
    }
  }

  private record Field(String name, boolean required, Type type, @Nullable BodyShape nested) {}
}
