package dev.keyway.emulator.internal.attribute;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row: an attribute of something, or a part of one that has parts. Immutable; equal only to
 * itself.
 *
 * @param <T> what its value is in memory
 */
public final class Attribute<T> {
  private final String name;
  private final AttributeType<T> type;
  private final @Nullable T usual;
  private final String meaning;
  private final @Nullable String usualInWords;
  private final @Nullable WireField wire;

  private Attribute(
      String name,
      AttributeType<T> type,
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
   * An attribute.
   *
   * @param name its key in seeds and in the control API
   * @param usual its value in a new project
   * @param meaning what it does, without a stop at its end
   */
  public static <T> Attribute<T> of(String name, AttributeType<T> type, T usual, String meaning) {
    return new Attribute<>(name, type, Objects.requireNonNull(usual), meaning, null, null);
  }

  /** A part that must be there. */
  public static <T> Attribute<T> required(String name, AttributeType<T> type, String meaning) {
    return new Attribute<>(name, type, null, meaning, null, null);
  }

  /** The same, whose usual value is put into other words. */
  public Attribute<T> usually(String words) {
    return new Attribute<>(name, type, usual, meaning, words, wire);
  }

  /** The same, which the vendor's own API has too. */
  public Attribute<T> onWire(String field, WireField.Who readers, WireField.Who writers) {
    WireField place = new WireField(field, readers, writers, Integer.MAX_VALUE);
    return new Attribute<>(name, type, usual, meaning, usualInWords, place);
  }

  /**
   * The same with a limit on the wire.
   *
   * @param characters how many it may have there
   */
  public Attribute<T> atMost(int characters) {
    WireField place = Objects.requireNonNull(wire, name);
    return new Attribute<>(
        name,
        type,
        usual,
        meaning,
        usualInWords,
        new WireField(place.name(), place.readers(), place.writers(), characters));
  }

  /** Its key in seeds and in the control API. */
  public String name() {
    return name;
  }

  /** What it may be. */
  public AttributeType<T> type() {
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
    boolean plain = usual == null || (usualInWords == null && type.write(usual) == null);
    return plain ? meaning + "." : meaning + "; default " + usualWords() + ".";
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
