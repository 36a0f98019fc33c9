package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A value, or null for none. */
final class Possible<T> extends Type<Optional<T>> {
  private final Type<T> base;

  Possible(Type<T> base) {
    super(base.kinds());
    this.base = base;
  }

  @Override
  public <C> Optional<C> find(Class<C> constraint) {
    return base.find(constraint);
  }

  @Override
  public boolean isReadBy(Conversion<?, ?> conversion) {
    return base.isReadBy(conversion);
  }

  @Override
  Optional<Optional<T>> read(Spot spot, JsonNode value) {
    if (value.isNull()) {
      return Optional.of(Optional.empty());
    }
    Optional<T> read = base.read(spot, value);
    return read.isPresent() ? Optional.of(read) : Optional.empty();
  }

  @Override
  public JsonNode write(Optional<T> value) {
    return value.map(base::write).orElse(NullNode.getInstance());
  }

  @Override
  ObjectNode describe(JsonSchema writer) {
    return base.describe(writer);
  }
}
