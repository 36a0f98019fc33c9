package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object whose keys are the sender's. */
final class MapType<V> extends Type<Map<String, V>> {
  private final Type<V> element;
  private final List<Constraint<String>> keys;

  MapType(Type<V> element, List<Constraint<String>> keys) {
    super(List.of(JsonKind.OBJECT));
    this.element = element;
    this.keys = keys;
  }

  @Override
  public <C> Optional<C> find(Class<C> constraint) {
    return keys.stream().flatMap(key -> ifIs(constraint, key).stream()).findFirst();
  }

  @Override
  Optional<Map<String, V>> read(Spot spot, JsonNode value) {
    if (!value.isObject()) {
      spot.report(Problem.Kind.WRONG_TYPE, value);
      return Optional.empty();
    }
    Map<String, V> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      String key = entry.getKey();
      keys.stream()
          .filter(constraint -> !constraint.accepts(key))
          .forEach(constraint -> spot.reportBroken(constraint, Problem.Kind.KEY, value));
      element.read(spot.field(key, element), entry.getValue()).ifPresent(v -> map.put(key, v));
    }
    return Optional.of(Collections.unmodifiableMap(map));
  }

  @Override
  public JsonNode write(Map<String, V> values) {
    ObjectNode object = Json.object();
    values.forEach((key, value) -> object.set(key, element.write(value)));
    return object;
  }

  @Override
  ObjectNode describe(JsonSchema writer) {
    ObjectNode schema = Json.object().put("type", JsonKind.OBJECT.word());
    if (!keys.isEmpty()) {
      ObjectNode names = schema.putObject("propertyNames");
      keys.forEach(key -> key.describe(names));
    }
    schema.set("additionalProperties", writer.of(element));
    return schema;
  }
}
