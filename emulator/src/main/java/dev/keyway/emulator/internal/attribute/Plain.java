package dev.keyway.emulator.internal.attribute;

import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Type;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values as plain ones. */
final class Plain {
  private Plain() {}

  /**
   * A value as a plain one; null for nothing.
   *
   * @param parts how that which has parts is written
   */
  static <T> @Nullable Object of(
      Type<T> type, T value, Function<Attributes, ? extends Object> parts) {
    if (value instanceof Attributes attributes) {
      return parts.apply(attributes);
    }
    if (value instanceof List<?> list && list.stream().allMatch(Attributes.class::isInstance)) {
      return list.stream().map(Attributes.class::cast).map(parts).toList();
    }
    return value instanceof Integer ? value : PlainValues.of(type.write(value));
  }
}
