package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.description.AttributeForm;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthSettingRows;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings in a seed: what differs from a new project's. */
final class StackAuthSettingsForm implements AttributeForm<StackAuthSettings> {

  @Override
  public AttributeRows rows() {
    return StackAuthSettingRows.ALL;
  }

  @Override
  public StackAuthSettings read(Map<String, @Nullable Object> plain) {
    StackAuthSettings.Builder settings = StackAuthSettings.defaults().toBuilder();
    plain.forEach(settings::set);
    return settings.build();
  }

  @Override
  public Map<String, Object> write(StackAuthSettings settings) {
    return settings.changes();
  }
}
