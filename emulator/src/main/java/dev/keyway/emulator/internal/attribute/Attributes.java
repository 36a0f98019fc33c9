package dev.keyway.emulator.internal.attribute;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Dialect;
import dev.keyway.emulator.internal.schema.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of all attributes of something. Immutable. */
public final class Attributes {
  private final AttributeRows rows;

  /** What is not usual. */
  private final Map<Attribute<?>, Object> values;

  private Attributes(AttributeRows rows, Map<Attribute<?>, Object> values) {
    this.rows = rows;
    this.values = Map.copyOf(values);
  }

  /** Everything as usual. */
  public static Attributes usual(AttributeRows rows) {
    return new Attributes(rows, Map.of());
  }

  /** What they are the values of. */
  public AttributeRows rows() {
    return rows;
  }

  /** The value of an attribute. */
  @SuppressWarnings("unchecked")
  public <T> T get(Attribute<T> row) {
    Object value = values.get(row);
    return value == null ? row.usual() : (T) value;
  }

  /**
   * The same with another value.
   *
   * @throws InvalidAttribute if it cannot be
   */
  public <T> Attributes with(Attribute<T> row, T value) {
    Objects.requireNonNull(value, row.name());
    Object present = values.get(row);
    if (value.equals(present == null && !row.required() ? row.usual() : present)) {
      return this;
    }
    return having(
        row,
        Dialect.STRICT.require(
            row.type(), row.name(), row.type().write(value), InvalidAttribute::new));
  }

  /**
   * The same with another value.
   *
   * @throws InvalidAttribute if there is no such attribute, or if it cannot be so
   */
  public Attributes with(String name, @Nullable Object plain) {
    return withPlain(rows.get(name, name), name, plain);
  }

  /**
   * The same with other values.
   *
   * @param plain by name
   * @throws InvalidAttribute for the first that there is not, or that cannot be so
   */
  public Attributes with(Map<String, ?> plain) {
    Attributes changed = this;
    for (Map.Entry<String, ?> one : plain.entrySet()) {
      changed = changed.with(one.getKey(), one.getValue());
    }
    return changed;
  }

  /** What was read, over what is usual. */
  static Attributes of(AttributeRows rows, Values read) {
    Attributes attributes = usual(rows);
    for (Attribute<?> row : rows.all()) {
      attributes = attributes.taking(row, read);
    }
    return attributes;
  }

  private <T> Attributes taking(Attribute<T> row, Values read) {
    Optional<T> value = read.given(row.field());
    return value.isPresent() ? having(row, value.get()) : this;
  }

  /** What is not usual. */
  Values values() {
    Values.Builder read = rows.values();
    rows.all().stream().filter(values::containsKey).forEach(row -> put(row, read));
    return read.build();
  }

  private <T> void put(Attribute<T> row, Values.Builder read) {
    read.put(row.field(), get(row));
  }

  private <T> Attributes withPlain(Attribute<T> row, String path, @Nullable Object plain) {
    return having(row, row.read(path, plain));
  }

  private <T> Attributes having(Attribute<T> row, T value) {
    Map<Attribute<?>, Object> changed = new LinkedHashMap<>(values);
    if (!row.required() && value.equals(row.usual())) {
      changed.remove(row);
    } else {
      changed.put(row, value);
    }
    return new Attributes(rows, changed);
  }

  /** All, as plain values by name. */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Attribute<?> row : rows.all()) {
      boolean there = row.condition().map(condition -> condition.holds(this)).orElse(true);
      Object value = there ? written(row) : null;
      if (value != null) {
        plain.put(row.name(), value);
      }
    }
    return plain;
  }

  /** Those that are not usual, as plain values by name. */
  public Map<String, Object> brief() {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Attribute<?> row : rows.all()) {
      Object value = values.containsKey(row) ? brief(row) : null;
      if (value != null) {
        plain.put(row.name(), value);
      }
    }
    return plain;
  }

  /** Those of {@code some} that are not usual, as plain values by name. */
  public Map<String, Object> brief(AttributeRows some) {
    Map<String, Object> plain = brief();
    plain.keySet().removeIf(name -> some.find(name).isEmpty());
    return plain;
  }

  /** An attribute as a plain value; null for nothing. */
  public <T> @Nullable Object written(Attribute<T> row) {
    return Plain.of(row.type(), get(row), Attributes::plain);
  }

  /** An attribute as JSON. */
  public <T> JsonNode tree(Attribute<T> row) {
    T value = get(row);
    // What has parts is written by its parts, and numbers by their value.
    if (value instanceof String || value instanceof Optional || value instanceof Boolean) {
      JsonNode json = row.type().write(value);
      if (json.isTextual() || json.isBoolean() || json.isNull()) {
        return json;
      }
    }
    return PlainValues.tree(written(row));
  }

  private <T> @Nullable Object brief(Attribute<T> row) {
    return Plain.of(row.type(), get(row), Attributes::brief);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes that && rows == that.rows && values.equals(that.values);
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
