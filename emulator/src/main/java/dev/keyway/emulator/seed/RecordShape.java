package dev.keyway.emulator.seed;

import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A record as a map of its components. What is not nullable and no list must be there; what is
 * there must be known.
 */
final class RecordShape implements Shape {
  private static final Map<Class<?>, AttributeRows> ROWS =
      Map.of(
          StackAuthUserSeed.class, StackAuthUserRows.OWN, StytchUserSeed.class, StytchUserRows.OWN);
  private static final Map<Class<?>, RecordShape> KNOWN = new ConcurrentHashMap<>();

  private final Class<?> type;
  private final Constructor<?> constructor;
  private final Map<String, Field> fields = new LinkedHashMap<>();

  /** What its component of that name stands for, if it has one. */
  private final @Nullable AttributesField attributes;

  private RecordShape(Class<?> type) {
    this.type = type;
    AttributeRows rows = ROWS.get(type);
    this.attributes = rows == null ? null : new AttributesField(rows);
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components) {
      fields.put(component.getName(), Field.of(component));
    }
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Every record has this constructor", e);
    }
  }

  static RecordShape of(Class<?> type) {
    RecordShape known = KNOWN.get(type);
    if (known == null) {
      known = new RecordShape(type);
      KNOWN.put(type, known);
    }
    return known;
  }

  @Override
  public Object read(Node node, SourceLocations places) {
    if (!(node instanceof Node.Fields given)) {
      throw places.problem(node.path(), "must be a map but is " + node.kind());
    }
    for (Map.Entry<String, Node> entry : given.entries().entrySet()) {
      if (!keys().contains(entry.getKey())) {
        throw places.problem(entry.getValue().path(), "is not known here; " + known());
      }
    }
    List<@Nullable Object> values = new ArrayList<>();
    fields.forEach(
        (name, field) ->
            values.add(
                isAttributes(name)
                    ? attributes.read(given, places)
                    : field.read(name, given, places)));
    return make(values.toArray());
  }

  @Override
  public Map<String, Object> write(Object value) {
    Map<String, Object> written = new LinkedHashMap<>();
    fields.forEach(
        (name, field) -> {
          Object part = field.get(value);
          if (isAttributes(name) && part instanceof Map<?, ?> map) {
            map.forEach((key, plain) -> written.put(String.valueOf(key), plain));
          } else if (part != null
              && !(part instanceof List<?> list && list.isEmpty() && field.optionalList())) {
            written.put(name, field.shape.write(part));
          }
        });
    return written;
  }

  @Override
  public Map<String, Object> schema(Map<String, Object> definitions) {
    String name = definitionName();
    if (!definitions.containsKey(name)) {
      Map<String, Object> schema = new LinkedHashMap<>();
      definitions.put(name, schema);
      Map<String, Object> properties = new LinkedHashMap<>();
      fields.forEach(
          (field, how) -> {
            if (isAttributes(field)) {
              properties.putAll(attributes.schemas());
            } else {
              properties.put(field, how.schema(definitions));
            }
          });
      List<String> required =
          fields.entrySet().stream()
              .filter(field -> !isAttributes(field.getKey()) && field.getValue().required())
              .map(Map.Entry::getKey)
              .toList();
      schema.put("type", "object");
      schema.put("properties", properties);
      if (!required.isEmpty()) {
        schema.put("required", required);
      }
      schema.put("additionalProperties", false);
    }
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("$ref", "#/$defs/" + name);
    return reference;
  }

  private String definitionName() {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
  }

  private String known() {
    return "known are " + String.join(", ", keys());
  }

  private Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (String name : fields.keySet()) {
      if (isAttributes(name)) {
        keys.addAll(attributes.keys());
      } else {
        keys.add(name);
      }
    }
    return keys;
  }

  private boolean isAttributes(String component) {
    return attributes != null && component.equals("attributes");
  }

  private Object make(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getSimpleName(), e);
    }
  }

  /** A component. */
  private static final class Field {
    private final RecordComponent component;
    private final Shape shape;
    private final String says;
    private final boolean nullable;
    private final boolean required;

    private Field(
        RecordComponent component, Shape shape, String says, boolean nullable, boolean required) {
      this.component = component;
      this.shape = shape;
      this.says = says;
      this.nullable = nullable;
      this.required = required;
    }

    static Field of(RecordComponent component) {
      Optional<Says> says = Optional.ofNullable(component.getAnnotation(Says.class));
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      boolean list = component.getType() == List.class;
      return new Field(
          component,
          Shapes.of(component.getGenericType(), says.map(Says::form).orElse(Form.ANY)),
          says.map(Says::value).orElse(""),
          nullable,
          !nullable && (!list || says.map(Says::required).orElse(false)));
    }

    /** Whether an empty list says the same as none. */
    boolean optionalList() {
      return !nullable && !required;
    }

    boolean required() {
      return required;
    }

    @Nullable Object read(String name, Node.Fields given, SourceLocations places) {
      Node node = given.entries().get(name);
      if (node == null) {
        if (required()) {
          String path = given.path().isEmpty() ? name : given.path() + "." + name;
          throw places.problem(path, "is missing");
        }
        return nullable ? null : List.of();
      }
      return shape.read(node, places);
    }

    @Nullable Object get(Object record) {
      try {
        return component.getAccessor().invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("Cannot read " + component.getName(), e);
      }
    }

    Map<String, Object> schema(Map<String, Object> definitions) {
      Map<String, Object> schema = new LinkedHashMap<>();
      if (!says.isEmpty()) {
        schema.put("description", says);
      }
      schema.putAll(shape.schema(definitions));
      return schema;
    }
  }
}
