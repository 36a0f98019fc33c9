package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.description.AttributeForm;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a member is in a team in a seed: what is not usual. */
final class StackAuthProfileForm implements AttributeForm<Map<String, Object>> {
  @Override
  public AttributeRows rows() {
    return StackAuthTeamRows.PROFILE;
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
