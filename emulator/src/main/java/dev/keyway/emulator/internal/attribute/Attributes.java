package dev.keyway.emulator.internal.attribute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
    return withPlain(row, row.name(), row.type().write(value));
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

  /** Reads a map over what is usual. */
  static Attributes read(AttributeRows rows, String path, Map<?, ?> plain) {
    Attributes read = usual(rows);
    for (Map.Entry<?, ?> part : plain.entrySet()) {
      String name = String.valueOf(part.getKey());
      String place = path + "." + name;
      read = read.withPlain(rows.get(place, name), place, part.getValue());
    }
    for (Attribute<?> row : rows.all()) {
      if (row.required() && !read.values.containsKey(row)) {
        throw InvalidAttribute.of(path + "." + row.name(), "is missing");
      }
    }
    return read;
  }

  private <T> Attributes withPlain(Attribute<T> row, String path, @Nullable Object plain) {
    T value = row.type().read(path, plain);
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
      Object value = written(row);
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
    return row.type().write(get(row));
  }

  private <T> @Nullable Object brief(Attribute<T> row) {
    return row.type().brief(get(row));
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
