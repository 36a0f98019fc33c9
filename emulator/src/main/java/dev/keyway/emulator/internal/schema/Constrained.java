package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A type of which something more is demanded. */
final class Constrained<T> extends Type<T> {
  private final Type<T> base;
  private final Constraint<? super T> constraint;

  Constrained(Type<T> base, Constraint<? super T> constraint) {
    super(base.kinds());
    this.base = base;
    this.constraint = constraint;
  }

  @Override
  public <C> Optional<C> find(Class<C> wanted) {
    return base.find(wanted).or(() -> ifIs(wanted, constraint));
  }

  @Override
  public boolean isReadBy(Conversion<?, ?> conversion) {
    return base.isReadBy(conversion);
  }

  @Override
  Optional<T> read(Spot spot, JsonNode value) {
    Optional<T> read = base.read(spot, value);
    if (read.isPresent() && !constraint.accepts(read.get())) {
      spot.reportBroken(constraint, Problem.Kind.CONSTRAINT, value);
    }
    return read;
  }

  @Override
  public JsonNode write(T value) {
    return base.write(value);
  }

  @Override
  ObjectNode describe(JsonSchema writer) {
    ObjectNode schema = base.describe(writer);
    constraint.describe(schema);
    return schema;
  }
}
