package dev.keyway.emulator.stytch;

import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.description.AttributeForm;
import dev.keyway.emulator.internal.stytch.attribute.StytchSettingRows;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings in a seed: what differs from a new project's. */
final class StytchSettingsForm implements AttributeForm<StytchSettings> {

  @Override
  public AttributeRows rows() {
    return StytchSettingRows.ALL;
  }

  @Override
  public StytchSettings read(Map<String, @Nullable Object> plain) {
    StytchSettings.Builder settings = StytchSettings.defaults().toBuilder();
    plain.forEach(settings::set);
    return settings.build();
  }

  @Override
  public Map<String, Object> write(StytchSettings settings) {
    return settings.changes();
  }
}
