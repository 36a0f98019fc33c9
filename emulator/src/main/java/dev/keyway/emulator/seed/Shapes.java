package dev.keyway.emulator.seed;

import dev.keyway.emulator.stackauth.StackAuthSettings;
import dev.keyway.emulator.stytch.StytchSettings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shapes of everything that is not a record, and which type has which. */
final class Shapes {
  private Shapes() {}

  static Shape of(Type type, Form form) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? new Many(of(arguments[0], form))
          : new Dictionary(of(arguments[1], form));
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return new Text(form);
    }
    if (plain == Boolean.class) {
      return new Flag();
    }
    if (plain == Integer.class || plain == Long.class) {
      return new Whole(plain == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE, plain);
    }
    if (plain == Instant.class) {
      return new Moment();
    }
    if (plain == Duration.class) {
      return new Span();
    }
    if (plain == Object.class) {
      return new Anything();
    }
    if (plain.isEnum()) {
      return new Choice(plain);
    }
    if (plain == StackAuthSettings.class) {
      return SettingsShape.STACKAUTH;
    }
    if (plain == StytchSettings.class) {
      return SettingsShape.STYTCH;
    }
    return RecordShape.of(plain);
  }

  /** A piece of a file as plain values. */
  static @Nullable Object plain(Node node) {
    if (node instanceof Node.Fields fields) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      fields.entries().forEach((name, value) -> map.put(name, plain(value)));
      return map;
    }
    if (node instanceof Node.Items items) {
      List<@Nullable Object> list = new ArrayList<>();
      items.entries().forEach(item -> list.add(plain(item)));
      return list;
    }
    Object value = ((Node.Leaf) node).value();
    return value instanceof Number number ? plain(number) : value;
  }

  /** One class for each number, so that equal values are equal whatever they were read from. */
  private static Number plain(Number number) {
    if (number instanceof Integer || number instanceof Long) {
      return number.longValue();
    }
    return number instanceof BigInteger || number instanceof BigDecimal
        ? number
        : (Number) number.doubleValue();
  }

  private static SeedException wrong(Node node, SourceLocations places, String wanted) {
    return places.problem(node.path(), "must be " + wanted + " but is " + node.kind());
  }

  private static <T> T leaf(Node node, SourceLocations places, Class<T> type, String wanted) {
    if (node instanceof Node.Leaf leaf && type.isInstance(leaf.value())) {
      return type.cast(leaf.value());
    }
    throw wrong(node, places, wanted);
  }

  private static Map<String, Object> schema(String type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    return schema;
  }

  private record Text(Form form) implements Shape {
    @Override
    public Object read(Node node, SourceLocations places) {
      boolean other = node instanceof Node.Leaf leaf && leaf.value() != null;
      String text = leaf(node, places, String.class, other ? "text: put it in quotes," : "text");
      Optional<String> problem = form.problem(text);
      if (problem.isPresent()) {
        throw places.problem(node.path(), problem.get());
      }
      return text;
    }

    @Override
    public Object write(Object value) {
      return value;
    }

    @Override
    public Map<String, Object> schema(Map<String, Object> definitions) {
      Map<String, Object> schema = Shapes.schema("string");
      form.regex().ifPresent(regex -> schema.put("pattern", regex));
      return schema;
    }
  }

  private record Flag() implements Shape {
    @Override
    public Object read(Node node, SourceLocations places) {
      return leaf(node, places, Boolean.class, "true or false");
    }

    @Override
    public Object write(Object value) {
      return value;
    }

    @Override
    public Map<String, Object> schema(Map<String, Object> definitions) {
      return Shapes.schema("boolean");
    }
  }

  private record Whole(long most, Class<?> type) implements Shape {
    @Override
    public Object read(Node node, SourceLocations places) {
      Number number = leaf(node, places, Number.class, "a whole number");
      boolean whole = number instanceof Integer || number instanceof Long;
      if (!whole || number.longValue() < 0 || number.longValue() > most) {
        throw places.problem(node.path(), "must be a whole number from 0 to " + most);
      }
      if (type == Integer.class) {
        return number.intValue();
      }
      return number.longValue();
    }

    @Override
    public Object write(Object value) {
      return value;
    }

    @Override
    public Map<String, Object> schema(Map<String, Object> definitions) {
      Map<String, Object> schema = Shapes.schema("integer");
      schema.put("minimum", 0);
      return schema;
    }
  }

  private record Moment() implements Shape {
    private static final String WANTED = "a moment like 2026-01-31T12:00:00Z";

    @Override
    public Object read(Node node, SourceLocations places) {
      try {
        return OffsetDateTime.parse(leaf(node, places, String.class, WANTED)).toInstant();
      } catch (DateTimeException e) {
        throw places.problem(node.path(), "must be " + WANTED);
      }
    }

    @Override
    public Object write(Object value) {
      return value.toString();
    }

    @Override
    public Map<String, Object> schema(Map<String, Object> definitions) {
      Map<String, Object> schema = Shapes.schema("string");
      schema.put("format", "date-time");
      return schema;
    }
  }

  private record Span() implements Shape {
    private static final String WANTED = "a duration like PT10M or P30D (ISO 8601)";

    @Override
    public Object read(Node node, SourceLocations places) {
      try {
        return Duration.parse(leaf(node, places, String.class, WANTED));
      } catch (DateTimeException e) {
        throw places.problem(node.path(), "must be " + WANTED);
      }
    }

    @Override
    public Object write(Object value) {
      return value.toString();
    }

    @Override
    public Map<String, Object> schema(Map<String, Object> definitions) {
      Map<String, Object> schema = Shapes.schema("string");
      schema.put("pattern", "^-?P([-+0-9.]+D)?(T([-+0-9.]+H)?([-+0-9.]+M)?([-+0-9.]+S)?)?$");
      return schema;
    }
  }

  private record Choice(Class<?> type) implements Shape {
    @Override
    public Object read(Node node, SourceLocations places) {
      String text = leaf(node, places, String.class, "one of " + names());
      return Arrays.stream(constants())
          .filter(constant -> name(constant).equals(text))
          .findFirst()
          .orElseThrow(() -> places.problem(node.path(), "must be one of " + names()));
    }

    @Override
    public Object write(Object value) {
      return name(value);
    }

    @Override
    public Map<String, Object> schema(Map<String, Object> definitions) {
      Map<String, Object> schema = Shapes.schema("string");
      schema.put("enum", names());
      return schema;
    }

    private List<String> names() {
      return Arrays.stream(constants()).map(Choice::name).toList();
    }

    private Object[] constants() {
      Object @Nullable [] constants = type.getEnumConstants();
      return constants == null ? new Object[0] : constants;
    }

    private static String name(Object constant) {
      return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }
  }

  private record Many(Shape one) implements Shape {
    @Override
    public Object read(Node node, SourceLocations places) {
      if (node instanceof Node.Items items) {
        List<Object> values = new ArrayList<>();
        items.entries().forEach(item -> values.add(one.read(item, places)));
        return List.copyOf(values);
      }
      throw wrong(node, places, "a list");
    }

    @Override
    public Object write(Object value) {
      return ((List<?>) value).stream().map(one::write).toList();
    }

    @Override
    public Map<String, Object> schema(Map<String, Object> definitions) {
      Map<String, Object> schema = Shapes.schema("array");
      schema.put("items", one.schema(definitions));
      return schema;
    }
  }

  private record Dictionary(Shape value) implements Shape {
    @Override
    public Object read(Node node, SourceLocations places) {
      if (node instanceof Node.Fields fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.entries().forEach((name, entry) -> values.put(name, value.read(entry, places)));
        return values;
      }
      throw wrong(node, places, "a map");
    }

    @Override
    public Object write(Object map) {
      Map<String, Object> written = new LinkedHashMap<>();
      ((Map<?, ?>) map).forEach((name, entry) -> written.put((String) name, value.write(entry)));
      return written;
    }

    @Override
    public Map<String, Object> schema(Map<String, Object> definitions) {
      Map<String, Object> schema = Shapes.schema("object");
      schema.put("additionalProperties", value.schema(definitions));
      return schema;
    }
  }

  /** Whatever an application keeps: any tree. */
  private record Anything() implements Shape {
    @Override
    public Object read(Node node, SourceLocations places) {
      Object plain = plain(node);
      if (plain == null) {
        throw wrong(node, places, "a value");
      }
      return plain;
    }

    @Override
    public Object write(Object value) {
      return value;
    }

    @Override
    public Map<String, Object> schema(Map<String, Object> definitions) {
      return new LinkedHashMap<>();
    }
  }
}
