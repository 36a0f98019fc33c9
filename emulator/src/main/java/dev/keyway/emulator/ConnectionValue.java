package dev.keyway.emulator;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that a program needs to use a project.
 *
 * @param name what JSON calls it, for example {@code projectId}
 * @param label what people call it, for example {@code Project id}
 * @param meaning what it is for
 * @param value the value; a key is there in full
 * @param setting the setting of Keyway's client that takes it; empty where none does
 * @param brief what it is called in one line with others; empty where such a line leaves it out
 */
public record ConnectionValue(
    String name,
    String label,
    String meaning,
    String value,
    Optional<String> setting,
    Optional<String> brief) {

  /** A value that no setting takes and no line tells. */
  public static ConnectionValue of(String name, String label, String meaning, Object value) {
    return new ConnectionValue(
        name, label, meaning, value.toString(), Optional.empty(), Optional.empty());
  }

  /** The same, taken by a setting of Keyway's client. */
  public ConnectionValue as(String settingName) {
    return new ConnectionValue(name, label, meaning, value, Optional.of(settingName), brief);
  }

  /** The same, told in one line with others. */
  public ConnectionValue briefly(String word) {
    return new ConnectionValue(name, label, meaning, value, setting, Optional.of(word));
  }

  /** The environment variable that stands for the setting. */
  public Optional<String> variable() {
    return setting.map(ConnectionValue::variable);
  }

  /** The environment variable that stands for a setting of Keyway's client. */
  public static String variable(String setting) {
    return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Name only: the value may be a key. */
  @Override
  public String toString() {
    return "ConnectionValue[" + name + "]";
  }
}
