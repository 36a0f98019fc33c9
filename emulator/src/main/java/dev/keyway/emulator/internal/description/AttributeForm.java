package dev.keyway.emulator.internal.description;

import dev.keyway.emulator.internal.attribute.AttributeRows;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a value that is made of attributes stands in a file. Has a constructor without parameters.
 *
 * @param <S> the value
 */
public interface AttributeForm<S> {

  /** The rows that it has. */
  AttributeRows rows();

  /** Makes it of plain values by name; what is left out is usual. */
  S read(Map<String, @Nullable Object> plain);

  /** Those of its plain values that are not usual. */
  Map<String, Object> write(S value);
}
