package dev.keyway.emulator.internal.settings;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types that settings are of. */
public final class SettingTypes {
  private SettingTypes() {}

  /** True or false. */
  public static SettingType<Boolean> flag() {
    return new Flag();
  }

  /** Any text. */
  public static SettingType<String> text() {
    return new Text("text", null, text -> true);
  }

  /**
   * A text of a form.
   *
   * @param says the form in words, to be read behind "must be"
   */
  public static SettingType<String> text(String says, String pattern) {
    return new Text(says, pattern, Pattern.compile(pattern).asMatchPredicate());
  }

  /** An absolute URL. */
  public static SettingType<String> url() {
    return new Text("an absolute URL", null, SettingTypes::absolute);
  }

  private static boolean absolute(String text) {
    try {
      return URI.create(text).isAbsolute();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** One of a few words. */
  public static SettingType<String> choice(String... words) {
    return new Choice(List.of(words));
  }

  /** A whole number. */
  public static SettingType<Integer> whole(int least, int most) {
    return new Whole(least, most);
  }

  /** A span of time; ISO 8601 outside. */
  public static SettingType<Duration> duration(Duration least, Duration most) {
    return new Span(least, most);
  }

  /** Values in an order. */
  public static <E> SettingType<List<E>> listOf(SettingType<E> element) {
    return new Many<>(element);
  }

  /** Texts without an order; sorted outside. */
  public static SettingType<Set<String>> setOf(SettingType<String> element) {
    return new Distinct(element);
  }

  /** Values by names of anybody's choice. */
  public static <E> SettingType<Map<String, E>> mapOf(SettingType<E> element) {
    return new Dictionary<>(element);
  }

  /** Something with parts, each of which is usual where it is left out. */
  public static SettingType<Settings> parts(SettingRows rows) {
    return new Parts(rows);
  }

  static Map<String, Object> schemaOf(String type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    return schema;
  }

  private record Flag() implements SettingType<Boolean> {
    @Override
    public Boolean read(String path, @Nullable Object plain) {
      if (plain instanceof Boolean flag) {
        return flag;
      }
      throw InvalidSetting.wanted(path, "true or false", plain);
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
      implements SettingType<String> {
    @Override
    public String read(String path, @Nullable Object plain) {
      if (!(plain instanceof String text)) {
        boolean scalar = plain instanceof Boolean || plain instanceof Number;
        throw InvalidSetting.wanted(path, scalar ? "text: put it in quotes," : "text", plain);
      }
      if (!fits.test(text)) {
        throw InvalidSetting.of(path, "must be " + says);
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

  private record Choice(@Override List<String> words) implements SettingType<String> {
    @Override
    public String read(String path, @Nullable Object plain) {
      if (!(plain instanceof String word)) {
        throw InvalidSetting.wanted(path, "one of " + words, plain);
      }
      if (!words.contains(word)) {
        throw InvalidSetting.of(path, "must be one of " + words);
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

  private record Whole(int least, int most) implements SettingType<Integer> {
    @Override
    public Integer read(String path, @Nullable Object plain) {
      if (!(plain instanceof Number number)) {
        throw InvalidSetting.wanted(path, "a whole number", plain);
      }
      boolean whole = number instanceof Integer || number instanceof Long;
      if (!whole || number.longValue() < least || number.longValue() > most) {
        throw InvalidSetting.of(path, "must be a whole number from " + least + " to " + most);
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

  private record Span(Duration least, Duration most) implements SettingType<Duration> {
    private static final String WANTED = "a duration like PT10M or P30D (ISO 8601)";

    @Override
    public Duration read(String path, @Nullable Object plain) {
      if (!(plain instanceof String text)) {
        throw InvalidSetting.wanted(path, WANTED, plain);
      }
      Duration span = parse(path, text);
      if (span.compareTo(least) < 0 || span.compareTo(most) > 0) {
        throw InvalidSetting.of(path, "must be from " + least + " to " + most);
      }
      return span;
    }

    private static Duration parse(String path, String text) {
      try {
        return Duration.parse(text);
      } catch (DateTimeException e) {
        throw InvalidSetting.of(path, "must be " + WANTED);
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

  private record Many<E>(SettingType<E> element) implements SettingType<List<E>> {
    @Override
    public List<E> read(String path, @Nullable Object plain) {
      if (!(plain instanceof Collection<?> items)) {
        throw InvalidSetting.wanted(path, "a list", plain);
      }
      List<E> values = new ArrayList<>();
      for (Object item : items) {
        values.add(element.read(path + "[" + values.size() + "]", item));
      }
      return List.copyOf(values);
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

  private record Distinct(SettingType<String> element) implements SettingType<Set<String>> {
    @Override
    public Set<String> read(String path, @Nullable Object plain) {
      return Set.copyOf(new Many<>(element).read(path, plain));
    }

    @Override
    public Object write(Set<String> values) {
      return List.copyOf(new TreeSet<>(values));
    }

    @Override
    public Map<String, Object> schema() {
      return new Many<>(element).schema();
    }

    @Override
    public Control control() {
      return Control.LINES;
    }
  }

  private record Dictionary<E>(SettingType<E> element) implements SettingType<Map<String, E>> {
    @Override
    public Map<String, E> read(String path, @Nullable Object plain) {
      if (!(plain instanceof Map<?, ?> map)) {
        throw InvalidSetting.wanted(path, "a map", plain);
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

  private record Parts(SettingRows rows) implements SettingType<Settings> {
    @Override
    public Settings read(String path, @Nullable Object plain) {
      if (plain instanceof Map<?, ?> map) {
        return Settings.read(rows, path, map);
      }
      throw InvalidSetting.wanted(path, "a map", plain);
    }

    @Override
    public Object write(Settings value) {
      return value.plain();
    }

    @Override
    public Object brief(Settings value) {
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
