package dev.keyway.emulator.internal.attribute;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types that attributes are of. */
public final class AttributeTypes {
  private AttributeTypes() {}

  /** True or false. */
  public static AttributeType<Boolean> flag() {
    return new Flag();
  }

  /** Any text. */
  public static AttributeType<String> text() {
    return new Text("text", null, text -> true);
  }

  /**
   * A text of a form.
   *
   * @param says the form in words, to be read behind "must be"
   */
  public static AttributeType<String> text(String says, String pattern) {
    return new Text(says, pattern, Pattern.compile(pattern).asMatchPredicate());
  }

  /** An absolute URL. */
  public static AttributeType<String> url() {
    return new Text("an absolute URL", null, AttributeTypes::absolute);
  }

  private static boolean absolute(String text) {
    try {
      return URI.create(text).isAbsolute();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A text that may be missing. */
  public static AttributeType<Optional<String>> maybe(AttributeType<String> text) {
    return new Maybe(text, false);
  }

  /** A text that may be missing; an empty one is as good as none. */
  public static AttributeType<Optional<String>> unlessEmpty(AttributeType<String> text) {
    return new Maybe(text, true);
  }

  /** Whatever an application keeps, or nothing. Nobody changes what is inside. */
  public static AttributeType<Optional<Object>> anything() {
    return new Anything();
  }

  /** An object of an application's own. Nobody changes what is inside. */
  public static AttributeType<Map<String, Object>> tree() {
    return new Tree();
  }

  /** One of a few words. */
  public static AttributeType<String> choice(String... words) {
    return new Choice(List.of(words));
  }

  /** A whole number. */
  public static AttributeType<Integer> whole(int least, int most) {
    return new Whole(least, most);
  }

  /** A span of time; ISO 8601 outside. */
  public static AttributeType<Duration> duration(Duration least, Duration most) {
    return new Span(least, most);
  }

  /** Values in an order. */
  public static <E> AttributeType<List<E>> listOf(AttributeType<E> element) {
    return new Many<>(element, false);
  }

  /** Values in an order, each once. */
  public static <E> AttributeType<List<E>> distinctListOf(AttributeType<E> element) {
    return new Many<>(element, true);
  }

  /** Texts without an order; sorted outside. */
  public static AttributeType<Set<String>> setOf(AttributeType<String> element) {
    return new Distinct(element);
  }

  /** Values by names of anybody's choice. */
  public static <E> AttributeType<Map<String, E>> mapOf(AttributeType<E> element) {
    return new Dictionary<>(element);
  }

  /** Something with parts, each of which is usual where it is left out. */
  public static AttributeType<Attributes> parts(AttributeRows rows) {
    return new Parts(rows);
  }

  static Map<String, Object> schemaOf(String type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    return schema;
  }

  private record Flag() implements AttributeType<Boolean> {
    @Override
    public Boolean read(String path, @Nullable Object plain) {
      if (plain instanceof Boolean flag) {
        return flag;
      }
      throw InvalidAttribute.wanted(path, "true or false", plain);
    }

    @Override
    public Object write(Boolean value) {
      return value;
    }

    @Override
    public Map<String, Object> schema() {
      return schemaOf("boolean");
    }

    @Override
    public Control control() {
      return Control.BOX;
    }
  }

  private record Text(String says, @Nullable String pattern, Predicate<String> fits)
      implements AttributeType<String> {
    @Override
    public String read(String path, @Nullable Object plain) {
      if (!(plain instanceof String text)) {
        boolean scalar = plain instanceof Boolean || plain instanceof Number;
        throw InvalidAttribute.wanted(path, scalar ? "text: put it in quotes," : "text", plain);
      }
      if (!fits.test(text)) {
        throw InvalidAttribute.of(path, "must be " + says);
      }
      return text;
    }

    @Override
    public Object write(String value) {
      return value;
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = schemaOf("string");
      if (pattern != null) {
        schema.put("pattern", "^(" + pattern + ")$");
      }
      return schema;
    }

    @Override
    public Control control() {
      return Control.LINE;
    }
  }

  private record Maybe(AttributeType<String> text, boolean emptyIsNone)
      implements AttributeType<Optional<String>> {
    @Override
    public Optional<String> read(String path, @Nullable Object plain) {
      return plain == null
          ? Optional.empty()
          : Optional.of(text.read(path, plain)).filter(t -> !emptyIsNone || !t.isEmpty());
    }

    @Override
    public @Nullable Object write(Optional<String> value) {
      return value.orElse(null);
    }

    @Override
    public Map<String, Object> schema() {
      return text.schema();
    }

    @Override
    public Control control() {
      return text.control();
    }
  }

  private record Anything() implements AttributeType<Optional<Object>> {
    @Override
    public Optional<Object> read(String path, @Nullable Object plain) {
      return Optional.ofNullable(plain);
    }

    @Override
    public @Nullable Object write(Optional<Object> value) {
      return value.orElse(null);
    }

    @Override
    public Map<String, Object> schema() {
      return new LinkedHashMap<>();
    }

    @Override
    public Control control() {
      return Control.TREE;
    }
  }

  private record Tree() implements AttributeType<Map<String, Object>> {
    @Override
    public Map<String, Object> read(String path, @Nullable Object plain) {
      if (!(plain instanceof Map<?, ?> map)) {
        throw InvalidAttribute.wanted(path, "a map", plain);
      }
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((name, value) -> copy.put(String.valueOf(name), value));
      return Collections.unmodifiableMap(copy);
    }

    @Override
    public Object write(Map<String, Object> value) {
      return value;
    }

    @Override
    public Map<String, Object> schema() {
      return schemaOf("object");
    }

    @Override
    public Control control() {
      return Control.TREE;
    }
  }

  private record Choice(@Override List<String> words) implements AttributeType<String> {
    @Override
    public String read(String path, @Nullable Object plain) {
      if (!(plain instanceof String word)) {
        throw InvalidAttribute.wanted(path, "one of " + words, plain);
      }
      if (!words.contains(word)) {
        throw InvalidAttribute.of(path, "must be one of " + words);
      }
      return word;
    }

    @Override
    public Object write(String value) {
      return value;
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = schemaOf("string");
      schema.put("enum", words);
      return schema;
    }

    @Override
    public Control control() {
      return Control.CHOICE;
    }
  }

  private record Whole(int least, int most) implements AttributeType<Integer> {
    @Override
    public Integer read(String path, @Nullable Object plain) {
      if (!(plain instanceof Number number)) {
        throw InvalidAttribute.wanted(path, "a whole number", plain);
      }
      boolean whole = number instanceof Integer || number instanceof Long;
      if (!whole || number.longValue() < least || number.longValue() > most) {
        throw InvalidAttribute.of(path, "must be a whole number from " + least + " to " + most);
      }
      return number.intValue();
    }

    @Override
    public Object write(Integer value) {
      return value;
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = schemaOf("integer");
      schema.put("minimum", least);
      schema.put("maximum", most);
      return schema;
    }

    @Override
    public Control control() {
      return Control.NUMBER;
    }
  }

  private record Span(Duration least, Duration most) implements AttributeType<Duration> {
    private static final String WANTED = "a duration like PT10M or P30D (ISO 8601)";

    @Override
    public Duration read(String path, @Nullable Object plain) {
      if (!(plain instanceof String text)) {
        throw InvalidAttribute.wanted(path, WANTED, plain);
      }
      Duration span = parse(path, text);
      if (span.compareTo(least) < 0 || span.compareTo(most) > 0) {
        throw InvalidAttribute.of(path, "must be from " + least + " to " + most);
      }
      return span;
    }

    private static Duration parse(String path, String text) {
      try {
        return Duration.parse(text);
      } catch (DateTimeException e) {
        throw InvalidAttribute.of(path, "must be " + WANTED);
      }
    }

    @Override
    public Object write(Duration value) {
      return value.toString();
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = schemaOf("string");
      schema.put("pattern", "^-?P([-+0-9.]+D)?(T([-+0-9.]+H)?([-+0-9.]+M)?([-+0-9.]+S)?)?$");
      return schema;
    }

    @Override
    public Control control() {
      return Control.LINE;
    }
  }

  private record Many<E>(AttributeType<E> element, boolean distinct)
      implements AttributeType<List<E>> {
    @Override
    public List<E> read(String path, @Nullable Object plain) {
      if (!(plain instanceof Collection<?> items)) {
        throw InvalidAttribute.wanted(path, "a list", plain);
      }
      List<E> values = new ArrayList<>();
      for (Object item : items) {
        values.add(element.read(path + "[" + values.size() + "]", item));
      }
      return distinct ? values.stream().distinct().toList() : List.copyOf(values);
    }

    @Override
    public Object write(List<E> values) {
      return values.stream().map(element::write).toList();
    }

    @Override
    public Object brief(List<E> values) {
      return values.stream().map(element::brief).toList();
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = schemaOf("array");
      schema.put("items", element.schema());
      return schema;
    }

    @Override
    public Control control() {
      return element.control() == Control.LINE ? Control.LINES : Control.TREE;
    }
  }

  private record Distinct(AttributeType<String> element) implements AttributeType<Set<String>> {
    @Override
    public Set<String> read(String path, @Nullable Object plain) {
      return Set.copyOf(new Many<>(element, true).read(path, plain));
    }

    @Override
    public Object write(Set<String> values) {
      return List.copyOf(new TreeSet<>(values));
    }

    @Override
    public Map<String, Object> schema() {
      return new Many<>(element, true).schema();
    }

    @Override
    public Control control() {
      return Control.LINES;
    }
  }

  private record Dictionary<E>(AttributeType<E> element) implements AttributeType<Map<String, E>> {
    @Override
    public Map<String, E> read(String path, @Nullable Object plain) {
      if (!(plain instanceof Map<?, ?> map)) {
        throw InvalidAttribute.wanted(path, "a map", plain);
      }
      Map<String, E> values = new LinkedHashMap<>();
      map.forEach(
          (name, value) ->
              values.put(String.valueOf(name), element.read(path + "." + name, value)));
      return Map.copyOf(values);
    }

    @Override
    public Object write(Map<String, E> values) {
      Map<String, Object> plain = new TreeMap<>();
      values.forEach((name, value) -> plain.put(name, element.write(value)));
      return plain;
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = schemaOf("object");
      schema.put("additionalProperties", element.schema());
      return schema;
    }

    @Override
    public Control control() {
      return Control.TREE;
    }
  }

  private record Parts(AttributeRows rows) implements AttributeType<Attributes> {
    @Override
    public Attributes read(String path, @Nullable Object plain) {
      if (plain instanceof Map<?, ?> map) {
        return Attributes.read(rows, path, map);
      }
      throw InvalidAttribute.wanted(path, "a map", plain);
    }

    @Override
    public Object write(Attributes value) {
      return value.plain();
    }

    @Override
    public Object brief(Attributes value) {
      return value.brief();
    }

    @Override
    public Map<String, Object> schema() {
      return rows.schema();
    }

    @Override
    public Control control() {
      return Control.TREE;
    }
  }
}
