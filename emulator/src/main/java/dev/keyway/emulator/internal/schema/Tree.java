package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.List;
import java.util.Optional;

/** A JSON value that is kept as it is, whatever is in it, but for numbers beyond a double's. */
final class Tree<N extends JsonNode> extends Type<N> {
  private final Class<N> node;

  Tree(List<JsonKind> kinds, Class<N> node) {
    super(kinds);
    this.node = node;
  }

  @Override
  boolean takesNull() {
    return kinds().isEmpty();
  }

  @Override
  Optional<N> read(Spot spot, JsonNode value) {
    if (!kinds().isEmpty() && kinds().stream().noneMatch(kind -> kind.fits(value))) {
      spot.report(Problem.Kind.WRONG_TYPE, value);
      return Optional.empty();
    }
    return Optional.of(node.cast(Json.withoutInfinity(value)));
  }

  @Override
  public JsonNode write(N value) {
    return value;
  }

  @Override
  ObjectNode describe(JsonSchema writer) {
    ObjectNode schema = Json.object();
    if (kinds().size() == 1) {
      schema.put("type", kinds().get(0).word());
    } else if (!kinds().isEmpty()) {
      ArrayNode types = schema.putArray("type");
      kinds().forEach(kind -> types.add(kind.word()));
    }
    return schema;
  }
}
