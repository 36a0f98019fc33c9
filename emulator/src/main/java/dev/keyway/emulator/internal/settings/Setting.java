package dev.keyway.emulator.internal.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row: a setting of a project, or a part of one that has parts. Immutable; equal only to
 * itself.
 *
 * @param <T> what its value is in memory
 */
public final class Setting<T> {
  private final String name;
  private final SettingType<T> type;
  private final @Nullable T usual;
  private final String meaning;
  private final @Nullable String usualInWords;
  private final @Nullable WireField wire;

  private Setting(
      String name,
      SettingType<T> type,
      @Nullable T usual,
      String meaning,
      @Nullable String usualInWords,
      @Nullable WireField wire) {
    this.name = name;
    this.type = type;
    this.usual = usual;
    this.meaning = meaning;
    this.usualInWords = usualInWords;
    this.wire = wire;
  }

  /**
   * A setting.
   *
   * @param name its key in seeds and in the control API
   * @param usual its value in a new project
   * @param meaning what it does, without a stop at its end
   */
  public static <T> Setting<T> of(String name, SettingType<T> type, T usual, String meaning) {
    return new Setting<>(name, type, Objects.requireNonNull(usual), meaning, null, null);
  }

  /** A part that must be there. */
  public static <T> Setting<T> required(String name, SettingType<T> type, String meaning) {
    return new Setting<>(name, type, null, meaning, null, null);
  }

  /** The same, whose usual value is put into other words. */
  public Setting<T> usually(String words) {
    return new Setting<>(name, type, usual, meaning, words, wire);
  }

  /** The same, which the vendor's own API has too. */
  public Setting<T> onWire(String field, WireField.Readers readers) {
    return new Setting<>(name, type, usual, meaning, usualInWords, new WireField(field, readers));
  }

  /** Its key in seeds and in the control API. */
  public String name() {
    return name;
  }

  /** What it may be. */
  public SettingType<T> type() {
    return type;
  }

  /** Whether it must be stated. */
  public boolean required() {
    return usual == null;
  }

  /** Its value in a new project. */
  public T usual() {
    return Objects.requireNonNull(usual, name);
  }

  /** Where the vendor's own API has it, if it has. */
  public Optional<WireField> wire() {
    return Optional.ofNullable(wire);
  }

  /** What it does and what it is in a new project, in a sentence. */
  public String sentence() {
    return usual == null ? meaning + "." : meaning + "; default " + usualWords() + ".";
  }

  private String usualWords() {
    if (usualInWords != null) {
      return usualInWords;
    }
    Object plain = type.write(usual());
    boolean none = List.of().equals(plain) || Map.of().equals(plain);
    return none ? "none" : String.valueOf(plain);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
