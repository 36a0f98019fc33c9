package dev.keyway.emulator.internal.stytch.settings;

import static dev.keyway.emulator.internal.settings.SettingTypes.choice;
import static dev.keyway.emulator.internal.settings.SettingTypes.parts;
import static dev.keyway.emulator.internal.settings.SettingTypes.whole;

import dev.keyway.emulator.internal.settings.InvalidSetting;
import dev.keyway.emulator.internal.settings.Setting;
import dev.keyway.emulator.internal.settings.SettingRows;
import dev.keyway.emulator.internal.settings.SettingType;
import dev.keyway.emulator.internal.settings.Settings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How strong a password must be: what is counted is said under luds only. */
public final class PasswordPolicyType implements SettingType<Settings> {
  private static final SettingRows PARTS = new SettingRows();

  public static final String LUDS = "luds";

  public static final Setting<String> KIND =
      PARTS.add(Setting.required("kind", choice("zxcvbn", LUDS), "Who judges"));

  public static final Setting<Integer> MINIMUM_LENGTH =
      PARTS.add(Setting.of("minimumLength", whole(1, 1_000_000), 8, "Characters, under luds"));

  public static final Setting<Integer> MINIMUM_COMPLEXITY =
      PARTS.add(
          Setting.of(
              "minimumComplexity",
              whole(1, 4),
              1,
              "How many of lower case, upper case, digit and symbol there must be, under luds"));

  /** The vendor's default. */
  static final Settings ZXCVBN = Settings.usual(PARTS).with(KIND, "zxcvbn");

  private static final SettingType<Settings> WHOLE = parts(PARTS);

  PasswordPolicyType() {}

  /** Length and classes of characters. */
  public static Settings luds(int minimumLength, int minimumComplexity) {
    return Settings.usual(PARTS)
        .with(KIND, LUDS)
        .with(MINIMUM_LENGTH, minimumLength)
        .with(MINIMUM_COMPLEXITY, minimumComplexity);
  }

  /** The estimator. */
  public static Settings zxcvbn() {
    return ZXCVBN;
  }

  @Override
  public Settings read(String path, @Nullable Object plain) {
    Settings policy = WHOLE.read(path, plain);
    if (!policy.get(KIND).equals(LUDS) && plain instanceof Map<?, ?> given) {
      for (Setting<?> counted : new Setting<?>[] {MINIMUM_LENGTH, MINIMUM_COMPLEXITY}) {
        if (given.containsKey(counted.name())) {
          throw InvalidSetting.of(path + "." + counted.name(), "is for luds only");
        }
      }
    }
    return policy;
  }

  @Override
  public Object write(Settings policy) {
    return policy.get(KIND).equals(LUDS) ? WHOLE.write(policy) : WHOLE.brief(policy);
  }

  @Override
  public Object brief(Settings policy) {
    return WHOLE.brief(policy);
  }

  @Override
  public Map<String, Object> schema() {
    return WHOLE.schema();
  }

  @Override
  public Control control() {
    return WHOLE.control();
  }
}
