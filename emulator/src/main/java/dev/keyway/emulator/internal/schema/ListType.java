package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any number of values of one type. */
final class ListType<E> extends Type<List<E>> {
  private final Type<E> element;

  ListType(Type<E> element) {
    super(List.of(JsonKind.LIST));
    this.element = element;
  }

  @Override
  Optional<List<E>> read(Spot spot, JsonNode value) {
    if (!value.isArray()) {
      spot.report(Problem.Kind.WRONG_TYPE, value);
      return Optional.empty();
    }
    List<E> elements = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      element.read(spot.item(i, element), value.get(i)).ifPresent(elements::add);
    }
    return Optional.of(List.copyOf(elements));
  }

  @Override
  public JsonNode write(List<E> values) {
    ArrayNode array = Json.array();
    values.forEach(value -> array.add(element.write(value)));
    return array;
  }

  @Override
  ObjectNode describe(JsonSchema writer) {
    ObjectNode schema = Json.object().put("type", JsonKind.LIST.word());
    schema.set("items", writer.of(element));
    return schema;
  }
}
