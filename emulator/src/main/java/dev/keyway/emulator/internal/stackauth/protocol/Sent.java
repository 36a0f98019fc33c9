package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A body or a query that was read.
 *
 * @param values what stood in it
 * @param type what the caller may send
 * @param types what callers of some access type may send
 */
record Sent(Values values, ObjectType type, Collection<ObjectType> types) {
  static final Sent NOTHING = nothing();

  /** The value of a field; none also if only other callers may send it. */
  <T> Optional<T> find(Field<T> field) {
    return isOwn(field) ? values.find(field) : Optional.empty();
  }

  /** Whether a field is there, be it null. */
  boolean has(Field<?> field) {
    return isOwn(field) && values.has(field);
  }

  ObjectNode tree() {
    return (ObjectNode) type.write(values);
  }

  private boolean isOwn(Field<?> field) {
    if (declares(type, field)) {
      return true;
    }
    if (types.stream().noneMatch(other -> declares(other, field))) {
      throw new IllegalArgumentException("The route does not declare " + field.name());
    }
    return false;
  }

  private static boolean declares(ObjectType type, Field<?> field) {
    return type.fields().stream().anyMatch(known -> known.name().equals(field.name()));
  }

  private static Sent nothing() {
    ObjectType none = ObjectType.of();
    return new Sent(none.values().build(), none, List.of(none));
  }
}
