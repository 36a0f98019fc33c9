package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.PlainValues;
import java.util.List;

/**
 * The values that there are.
 *
 * @param values in the order in which they are told
 */
public record OneOf<T>(List<T> values) implements Constraint<T> {
  public OneOf {
    values = List.copyOf(values);
  }

  @Override
  public boolean accepts(T value) {
    return values.contains(value);
  }

  @Override
  public void describe(ObjectNode schema) {
    schema.set("enum", PlainValues.tree(values));
  }
}
