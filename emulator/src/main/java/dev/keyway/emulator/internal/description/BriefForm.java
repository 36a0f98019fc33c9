package dev.keyway.emulator.internal.description;

import dev.keyway.emulator.internal.attribute.Attributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes that stand in a file as they are kept: those that are not usual, by name. */
public interface BriefForm extends AttributeForm<Map<String, Object>> {

  @Override
  default Map<String, Object> read(Map<String, @Nullable Object> plain) {
    return Attributes.usual(rows()).with(plain).brief();
  }

  @Override
  default Map<String, Object> write(Map<String, Object> attributes) {
    return attributes;
  }
}
