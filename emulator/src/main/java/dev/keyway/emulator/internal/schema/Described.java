package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A value that somebody else describes, and checks. */
final class Described extends Type<JsonNode> {
  private final String name;
  private final ObjectNode schema;

  Described(String name, ObjectNode schema) {
    super(List.of());
    this.name = name;
    this.schema = schema;
  }

  @Override
  boolean takesNull() {
    return true;
  }

  @Override
  Optional<JsonNode> read(Spot spot, JsonNode value) {
    return Optional.of(value);
  }

  @Override
  public JsonNode write(JsonNode value) {
    return value;
  }

  @Override
  ObjectNode describe(JsonSchema writer) {
    return name.isEmpty() ? schema.deepCopy() : writer.reference(name, schema::deepCopy);
  }
}
