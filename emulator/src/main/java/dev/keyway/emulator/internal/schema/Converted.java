package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.Optional;

/** A type that is read as something else. */
final class Converted<S, T> extends Type<T> {
  private final Type<S> base;
  private final Conversion<S, T> conversion;

  Converted(Type<S> base, Conversion<S, T> conversion) {
    super(base.kinds());
    this.base = base;
    this.conversion = conversion;
  }

  @Override
  public <C> Optional<C> find(Class<C> constraint) {
    return base.find(constraint);
  }

  @Override
  public boolean isReadBy(Conversion<?, ?> other) {
    return conversion.equals(other) || base.isReadBy(other);
  }

  @Override
  Optional<T> read(Spot spot, JsonNode value) {
    int before = spot.problemCount();
    Optional<S> read = base.read(spot, value);
    if (read.isEmpty() || spot.problemCount() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(conversion.read().apply(read.get()));
    } catch (IllegalArgumentException | DateTimeException e) {
      spot.reportMalformed(value);
      return Optional.empty();
    }
  }

  @Override
  public JsonNode write(T value) {
    return base.write(conversion.write().apply(value));
  }

  @Override
  ObjectNode describe(JsonSchema writer) {
    ObjectNode schema = base.describe(writer);
    conversion.describe(schema);
    return schema;
  }
}
