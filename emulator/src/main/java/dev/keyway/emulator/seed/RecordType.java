package dev.keyway.emulator.seed;

import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.description.AttributeForm;
import dev.keyway.emulator.internal.description.Described;
import dev.keyway.emulator.internal.schema.Conversion;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.schema.Values;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A record as an object whose fields are its components. What is not nullable and no list must be
 * there.
 */
final class RecordType {
  private static final Map<Class<?>, Type<Object>> KNOWN = new ConcurrentHashMap<>();

  private final Constructor<?> constructor;
  private final List<Part> components;
  private final ObjectType object;

  private RecordType(Class<?> record) {
    RecordComponent[] parts = record.getRecordComponents();
    try {
      constructor =
          record.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Every record has this constructor", e);
    }
    components = Arrays.stream(parts).map(RecordType::part).toList();
    object =
        ObjectType.of(
            name(record), components.stream().flatMap(part -> part.fields().stream()).toList());
  }

  /** The type of a class of records. */
  static Type<Object> of(Class<?> record) {
    Type<Object> known = KNOWN.get(record);
    if (known == null) {
      RecordType made = new RecordType(record);
      known = made.object.as(Conversion.of(made::make, made::values));
      KNOWN.put(record, known);
    }
    return known;
  }

  private static String name(Class<?> record) {
    Class<?> outer = record.getEnclosingClass();
    return outer == null ? record.getSimpleName() : outer.getSimpleName() + record.getSimpleName();
  }

  private Object make(Values values) {
    @Nullable Object[] parts = components.stream().map(part -> part.in(values)).toArray();
    try {
      return constructor.newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + object.name(), e);
    }
  }

  private Values values(Object record) {
    Values.Builder values = object.values();
    components.forEach(part -> part.put(record, values));
    return values.build();
  }

  private static Part part(RecordComponent component) {
    Described described = Described.of(component);
    Optional<AttributeForm<Object>> attributes = described.attributes();
    if (attributes.isEmpty()) {
      return Single.of(described, SeedTypes.of(component.getGenericType(), described.text()));
    }
    AttributeForm<Object> form = attributes.get();
    return described.object().isEmpty()
        ? new Rows(component, fields(form.rows()), form)
        : Single.of(described, object(described.object(), form));
  }

  /** A field for each row, with its plain value. */
  private static List<Field<Object>> fields(AttributeRows rows) {
    List<Field<Object>> fields = new ArrayList<>();
    rows.all().forEach(row -> fields.add(row.plainField()));
    return fields;
  }

  /** All rows as one object. */
  private static Type<Object> object(String name, AttributeForm<Object> form) {
    Attributes usual = Attributes.usual(form.rows());
    return form.rows()
        .type(name)
        .as(
            Conversion.of(
                given -> form.read(nullable(given.brief())),
                value -> usual.with(form.write(value))));
  }

  private static Map<String, @Nullable Object> nullable(Map<String, Object> plain) {
    return new LinkedHashMap<>(plain);
  }

  private static @Nullable Object get(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component.getName(), e);
    }
  }

  /** How a component stands in a file. */
  private interface Part {
    List<Field<Object>> fields();

    @Nullable Object in(Values values);

    void put(Object record, Values.Builder values);
  }

  /**
   * A component that is a field.
   *
   * @param optionalList whether an empty list says the same as none
   */
  private record Single(RecordComponent component, Field<Object> field, boolean optionalList)
      implements Part {
    static Single of(Described component, Type<Object> type) {
      Field<Object> field = Field.of(component.component().getName(), type).says(component.says());
      return new Single(
          component.component(),
          component.required() ? field.required() : field,
          component.optionalList());
    }

    @Override
    public List<Field<Object>> fields() {
      return List.of(field);
    }

    @Override
    public @Nullable Object in(Values values) {
      return values.find(field).orElse(optionalList ? List.of() : null);
    }

    @Override
    public void put(Object record, Values.Builder values) {
      Object part = get(component, record);
      if (part != null && !(optionalList && part.equals(List.of()))) {
        values.put(field, part);
      }
    }
  }

  /** A component whose attributes stand beside the other fields, each under its own key. */
  private record Rows(
      RecordComponent component, List<Field<Object>> fields, AttributeForm<Object> form)
      implements Part {
    @Override
    public Object in(Values values) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      fields.forEach(
          field -> values.find(field).ifPresent(value -> plain.put(field.name(), value)));
      return form.read(plain);
    }

    @Override
    public void put(Object record, Values.Builder values) {
      Map<String, Object> plain = form.write(Objects.requireNonNull(get(component, record)));
      for (Field<Object> field : fields) {
        Object value = plain.get(field.name());
        if (value != null) {
          values.put(field, value);
        }
      }
    }
  }
}
