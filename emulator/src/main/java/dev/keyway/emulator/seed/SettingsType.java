package dev.keyway.emulator.seed;

import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthSettingRows;
import dev.keyway.emulator.internal.stytch.attribute.StytchSettingRows;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import dev.keyway.emulator.stytch.StytchSettings;

/** The settings of a project as an object with what differs from a new one's. */
final class SettingsType {
  static final Type<StackAuthSettings> STACKAUTH =
      AttributeFields.object(
          "StackAuthSeedSettings",
          StackAuthSettingRows.ALL,
          given -> {
            StackAuthSettings.Builder settings = StackAuthSettings.defaults().toBuilder();
            given.forEach(settings::set);
            return settings.build();
          },
          StackAuthSettings::changes);

  static final Type<StytchSettings> STYTCH =
      AttributeFields.object(
          "StytchSeedSettings",
          StytchSettingRows.ALL,
          given -> {
            StytchSettings.Builder settings = StytchSettings.defaults().toBuilder();
            given.forEach(settings::set);
            return settings.build();
          },
          StytchSettings::changes);

  private SettingsType() {}
}
