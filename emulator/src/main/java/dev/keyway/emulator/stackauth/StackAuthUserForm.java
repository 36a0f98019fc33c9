package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.description.AttributeForm;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user's attributes in a seed: those that are not usual. */
final class StackAuthUserForm implements AttributeForm<Map<String, Object>> {

  @Override
  public AttributeRows rows() {
    return StackAuthUserRows.OWN;
  }

  @Override
  public Map<String, Object> read(Map<String, @Nullable Object> plain) {
    return Attributes.usual(rows()).with(plain).brief();
  }

  @Override
  public Map<String, Object> write(Map<String, Object> attributes) {
    return attributes;
  }
}
