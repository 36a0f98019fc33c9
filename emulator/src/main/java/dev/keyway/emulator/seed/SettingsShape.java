package dev.keyway.emulator.seed;

import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.attribute.InvalidAttribute;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthSettingRows;
import dev.keyway.emulator.internal.stytch.attribute.StytchSettingRows;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import dev.keyway.emulator.stytch.StytchSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The settings of a project as a map of what differs from a new one's.
 *
 * @param <S> the settings
 */
final class SettingsShape<S> implements Shape {
  static final Shape STACKAUTH =
      new SettingsShape<>(
          "StackAuthSeedSettings",
          StackAuthSettingRows.ALL,
          StackAuthSettings.class,
          given -> {
            StackAuthSettings.Builder settings = StackAuthSettings.defaults().toBuilder();
            given.forEach(settings::set);
            return settings.build();
          },
          StackAuthSettings::changes);

  static final Shape STYTCH =
      new SettingsShape<>(
          "StytchSeedSettings",
          StytchSettingRows.ALL,
          StytchSettings.class,
          given -> {
            StytchSettings.Builder settings = StytchSettings.defaults().toBuilder();
            given.forEach(settings::set);
            return settings.build();
          },
          StytchSettings::changes);

  private final String definition;
  private final AttributeRows rows;
  private final Class<S> type;
  private final Function<Map<String, Object>, S> read;
  private final Function<S, Map<String, Object>> write;

  private SettingsShape(
      String definition,
      AttributeRows rows,
      Class<S> type,
      Function<Map<String, Object>, S> read,
      Function<S, Map<String, Object>> write) {
    this.definition = definition;
    this.rows = rows;
    this.type = type;
    this.read = read;
    this.write = write;
  }

  @Override
  public Object read(Node node, SourceLocations places) {
    if (!(node instanceof Node.Fields given)) {
      throw places.problem(node.path(), "must be a map but is " + node.kind());
    }
    Map<String, Object> values = new LinkedHashMap<>();
    given.entries().forEach((name, value) -> values.put(name, Shapes.plain(value)));
    try {
      return read.apply(values);
    } catch (InvalidAttribute e) {
      throw places.problem(node.path() + "." + e.path(), e.problem());
    }
  }

  @Override
  public Object write(Object settings) {
    return write.apply(type.cast(settings));
  }

  @Override
  public Map<String, Object> schema(Map<String, Object> definitions) {
    definitions.put(definition, rows.schema());
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("$ref", "#/$defs/" + definition);
    return reference;
  }
}
