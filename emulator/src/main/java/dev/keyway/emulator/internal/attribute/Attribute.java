package dev.keyway.emulator.internal.attribute;

import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Conversion;
import dev.keyway.emulator.internal.schema.Dialect;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.OneOf;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.schema.Values;
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
  private final Type<T> type;
  private final @Nullable T usual;
  private final String meaning;
  private final @Nullable String usualInWords;
  private final @Nullable WireField wire;
  private final @Nullable Condition<?> condition;

  private Attribute(
      String name,
      Type<T> type,
      @Nullable T usual,
      String meaning,
      @Nullable String usualInWords,
      @Nullable WireField wire,
      @Nullable Condition<?> condition) {
    this.name = name;
    this.type = type;
    this.usual = usual;
    this.meaning = meaning;
    this.usualInWords = usualInWords;
    this.wire = wire;
    this.condition = condition;
  }

  /**
   * An attribute.
   *
   * @param name its key in seeds and in the control API
   * @param usual its value in a new project
   * @param meaning what it does, without a stop at its end
   */
  public static <T> Attribute<T> of(String name, Type<T> type, T usual, String meaning) {
    return new Attribute<>(name, type, Objects.requireNonNull(usual), meaning, null, null, null);
  }

  /** A part that must be there. */
  public static <T> Attribute<T> required(String name, Type<T> type, String meaning) {
    return new Attribute<>(name, type, null, meaning, null, null, null);
  }

  /** The same, whose usual value is put into other words. */
  public Attribute<T> usually(String words) {
    return new Attribute<>(name, type, usual, meaning, words, wire, condition);
  }

  /** The same, which the vendor's own API has too. */
  public Attribute<T> onWire(String field, WireField.Who readers, WireField.Who writers) {
    WireField place = new WireField(field, readers, writers, Integer.MAX_VALUE);
    return new Attribute<>(name, type, usual, meaning, usualInWords, place, condition);
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
        new WireField(place.name(), place.readers(), place.writers(), characters),
        condition);
  }

  /** The same, which is there only where another row of its object has this value. */
  public <C> Attribute<T> onlyIf(Attribute<C> other, C value) {
    return new Attribute<>(
        name, type, usual, meaning, usualInWords, wire, new Condition<>(other, value));
  }

  /** Its key in seeds and in the control API. */
  public String name() {
    return name;
  }

  /** What it may be. */
  public Type<T> type() {
    return type;
  }

  /** As a field of an object. */
  public Field<T> field() {
    Field<T> field = Field.of(name, type).says(sentence());
    return required() ? field.required() : field;
  }

  /** As a field of an object whose values are plain ones. */
  public Field<Object> plainField() {
    Conversion<T, Object> plain = Conversion.of(this::given, value -> read(name, value));
    return Field.of(name, type.as(plain)).says(sentence());
  }

  private Object given(T value) {
    Object plain = Plain.of(type, value, Attributes::plain);
    if (plain == null) {
      throw new IllegalArgumentException("nothing");
    }
    return plain;
  }

  /** See {@link #check}. */
  T read(String path, @Nullable Object plain) {
    return Dialect.STRICT.require(type, path, PlainValues.tree(plain), InvalidAttribute::new);
  }

  /**
   * Checks a plain value.
   *
   * @param path what to call it; empty for itself
   * @throws InvalidAttribute if it cannot be
   */
  public void check(String path, @Nullable Object plain) {
    T unused = read(path, plain);
  }

  /** Which control of a form fits. */
  public Control control() {
    return Control.of(type);
  }

  /** The words of a choice; empty for anything else. */
  public List<String> words() {
    return type.find(OneOf.class).map(Attribute::words).orElse(List.of());
  }

  private static List<String> words(OneOf<?> choice) {
    return choice.values().stream().map(String::valueOf).toList();
  }

  /** Where it is there at all; empty for everywhere. */
  Optional<Condition<?>> condition() {
    return Optional.ofNullable(condition);
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
    boolean plain = usual == null || (usualInWords == null && written() == null);
    return plain ? meaning + "." : meaning + "; default " + usualWords() + ".";
  }

  private String usualWords() {
    if (usualInWords != null) {
      return usualInWords;
    }
    Object plain = written();
    boolean none = List.of().equals(plain) || Map.of().equals(plain);
    return none ? "none" : String.valueOf(plain);
  }

  private @Nullable Object written() {
    return Plain.of(type, usual(), Attributes::plain);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }

  /** That another row has some value. */
  record Condition<C>(Attribute<C> row, C value) {
    boolean holds(Attributes of) {
      return of.get(row).equals(value);
    }

    /** The same of values as they are read, which may be wrong. */
    boolean holds(Values of) {
      return of.given(row.field()).map(value::equals).orElse(true);
    }
  }
}
