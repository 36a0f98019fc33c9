package dev.keyway.emulator.internal.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of all settings of something. Immutable. */
public final class Settings {
  private final SettingRows rows;

  /** What is not usual. */
  private final Map<Setting<?>, Object> values;

  private Settings(SettingRows rows, Map<Setting<?>, Object> values) {
    this.rows = rows;
    this.values = Map.copyOf(values);
  }

  /** Everything as usual. */
  public static Settings usual(SettingRows rows) {
    return new Settings(rows, Map.of());
  }

  /** What they are the values of. */
  public SettingRows rows() {
    return rows;
  }

  /** The value of a setting. */
  @SuppressWarnings("unchecked")
  public <T> T get(Setting<T> row) {
    Object value = values.get(row);
    return value == null ? row.usual() : (T) value;
  }

  /**
   * The same with another value.
   *
   * @throws InvalidSetting if it cannot be
   */
  public <T> Settings with(Setting<T> row, T value) {
    Objects.requireNonNull(value, row.name());
    return withPlain(row, row.name(), row.type().write(value));
  }

  /**
   * The same with another value.
   *
   * @throws InvalidSetting if there is no such setting, or if it cannot be so
   */
  public Settings with(String name, @Nullable Object plain) {
    return withPlain(rows.get(name, name), name, plain);
  }

  /** Reads a map over what is usual. */
  static Settings read(SettingRows rows, String path, Map<?, ?> plain) {
    Settings read = usual(rows);
    for (Map.Entry<?, ?> part : plain.entrySet()) {
      String name = String.valueOf(part.getKey());
      String place = path + "." + name;
      read = read.withPlain(rows.get(place, name), place, part.getValue());
    }
    for (Setting<?> row : rows.all()) {
      if (row.required() && !read.values.containsKey(row)) {
        throw InvalidSetting.of(path + "." + row.name(), "is missing");
      }
    }
    return read;
  }

  private <T> Settings withPlain(Setting<T> row, String path, @Nullable Object plain) {
    T value = row.type().read(path, plain);
    Map<Setting<?>, Object> changed = new LinkedHashMap<>(values);
    if (!row.required() && value.equals(row.usual())) {
      changed.remove(row);
    } else {
      changed.put(row, value);
    }
    return new Settings(rows, changed);
  }

  /** All, as plain values by name. */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    rows.all().forEach(row -> plain.put(row.name(), written(row)));
    return plain;
  }

  /** Those that are not usual, as plain values by name. */
  public Map<String, Object> brief() {
    Map<String, Object> plain = new LinkedHashMap<>();
    rows.all().stream()
        .filter(values::containsKey)
        .forEach(row -> plain.put(row.name(), brief(row)));
    return plain;
  }

  /** A setting as a plain value. */
  public <T> Object written(Setting<T> row) {
    return row.type().write(get(row));
  }

  private <T> Object brief(Setting<T> row) {
    return row.type().brief(get(row));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Settings that && rows == that.rows && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** What is not usual. */
  @Override
  public String toString() {
    return brief().toString();
  }
}
