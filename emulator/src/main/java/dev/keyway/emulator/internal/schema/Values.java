package dev.keyway.emulator.internal.schema;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of an object's fields, read by the fields themselves. Whatever its object type does
 * not declare cannot be asked for. Immutable.
 */
public final class Values {
  private final Map<String, Field<?>> declared;
  private final Map<String, Object> values;
  private final Set<String> sent;
  private final boolean emptyIsAbsent;

  private Values(Builder builder) {
    this.declared = builder.type.byName();
    this.values = Map.copyOf(builder.values);
    this.sent = Set.copyOf(builder.sent);
    this.emptyIsAbsent = builder.emptyIsAbsent;
  }

  /**
   * The value of a field that is required or has a value of its own when it is absent. A required
   * text may be empty.
   */
  public <T> T get(Field<T> field) {
    return given(field)
        .or(() -> declared(field).otherwise())
        .orElseThrow(() -> new IllegalStateException(field.name() + " need not be there"));
  }

  /**
   * The value of a field; none if it is absent or null, or empty where that is the same, whatever
   * {@link Field#optional(Object)} says.
   */
  public <T> Optional<T> find(Field<T> field) {
    return given(field).filter(value -> !(emptyIsAbsent && value.equals("")));
  }

  /** The value of a field; none if it is absent or null. */
  public <T> Optional<T> given(Field<T> field) {
    Object value = values.get(declared(field).name());
    @SuppressWarnings("unchecked") // It was read by this type.
    @Nullable T typed = (@Nullable T) value;
    return Optional.ofNullable(typed);
  }

  /** Whether a field is there, be it null. */
  public boolean has(Field<?> field) {
    return sent.contains(declared(field).name());
  }

  /** The field as it was declared for these values, which {@code field} is but for its traits. */
  private <T> Field<T> declared(Field<T> field) {
    Field<?> known = declared.get(field.name());
    if (known == null || known.type() != field.type()) {
      throw new IllegalArgumentException("A field that is not declared here: " + field.name());
    }
    @SuppressWarnings("unchecked") // It has the same type.
    Field<T> same = (Field<T>) known;
    return same;
  }

  /** Puts values together, to be read or written. */
  public static final class Builder {
    private final ObjectType type;
    private final boolean emptyIsAbsent;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> sent = new HashSet<>();

    Builder(ObjectType type, boolean emptyIsAbsent) {
      this.type = type;
      this.emptyIsAbsent = emptyIsAbsent;
    }

    /** Adds a value. */
    public <T> Builder put(Field<T> field, T value) {
      sent(field, Optional.of(value));
      return this;
    }

    /** Done. */
    public Values build() {
      return new Values(this);
    }

    void sent(Field<?> field, Optional<?> value) {
      sent.add(field.name());
      value.ifPresent(given -> values.put(field.name(), given));
    }
  }
}
