package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How large a number may be.
 *
 * @param least the smallest
 * @param most the largest; null for any
 */
public record Range(BigDecimal least, @Nullable BigDecimal most) implements Constraint<BigDecimal> {

  /** From one number to another, both included. */
  public static Range of(long least, long most) {
    return new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
  }

  /** From a number on. */
  public static Range from(long least) {
    return new Range(BigDecimal.valueOf(least), null);
  }

  @Override
  public boolean accepts(BigDecimal number) {
    return number.compareTo(least) >= 0 && (most == null || number.compareTo(most) <= 0);
  }

  @Override
  public void describe(ObjectNode schema) {
    schema.put("minimum", least);
    if (most != null) {
      schema.put("maximum", most);
    }
  }
}
