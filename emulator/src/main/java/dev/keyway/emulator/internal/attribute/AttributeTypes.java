package dev.keyway.emulator.internal.attribute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Conversion;
import dev.keyway.emulator.internal.schema.Type;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The types of attributes that are made of JSON's own, which {@link Type} has. */
public final class AttributeTypes {
  /** A span of time as a text. */
  public static final Conversion<String, Duration> SPAN =
      new Conversion<>(
          text -> Duration.parse(text),
          Duration::toString,
          "pattern",
          "^-?P([-+0-9.]+D)?(T([-+0-9.]+H)?([-+0-9.]+M)?([-+0-9.]+S)?)?$");

  private AttributeTypes() {}

  /**
   * A text of a form.
   *
   * @param says the form in words, to be read behind "must be"
   */
  public static Type<String> text(String says, String pattern) {
    return Type.text().that(Form.matching(says, pattern));
  }

  /** An absolute URL. */
  public static Type<String> url() {
    return Type.text().that(new Form("must be an absolute URL", "", AttributeTypes::absolute));
  }

  private static boolean absolute(String text) {
    try {
      return URI.create(text).isAbsolute();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A text that may be missing; an empty one is as good as none. */
  public static Type<Optional<String>> unlessEmpty(Type<String> text) {
    return text.orNothing().as(Conversion.of(t -> t.filter(s -> !s.isEmpty()), t -> t));
  }

  /** Whatever an application keeps, or nothing. Nobody changes what is inside. */
  public static Type<Optional<Object>> anything() {
    Conversion<JsonNode, Object> plain =
        Conversion.of(
            node -> Objects.requireNonNull(PlainValues.of(node), "null is nothing"),
            PlainValues::tree);
    return Type.any().as(plain).orNothing();
  }

  /** An object of an application's own. Nobody changes what is inside. */
  public static Type<Map<String, Object>> tree() {
    Conversion<ObjectNode, Map<String, Object>> plain =
        Conversion.of(AttributeTypes::map, PlainValues::object);
    return Type.tree().as(plain);
  }

  @SuppressWarnings("NullAway") // What is null inside stays null.
  private static Map<String, Object> map(ObjectNode node) {
    return Collections.unmodifiableMap(PlainValues.map(node));
  }

  /** A span of time; ISO 8601 outside. */
  public static Type<Duration> duration(Duration least, Duration most) {
    return Type.text().as(SPAN).that(new Between(least, most));
  }

  /** Values in an order, each once. */
  public static <E> Type<List<E>> distinctListOf(Type<E> element) {
    return Type.listOf(element)
        .as(Conversion.of(all -> all.stream().distinct().toList(), all -> all));
  }

  /** Texts without an order; sorted outside. */
  public static Type<Set<String>> setOf(Type<String> element) {
    return Type.listOf(element)
        .as(Conversion.of(all -> Set.copyOf(all), all -> List.copyOf(new TreeSet<>(all))));
  }

  /** Values by names of anybody's choice; sorted outside. */
  public static <E> Type<Map<String, E>> mapOf(Type<E> element) {
    return Type.mapOf(element).as(Conversion.of(all -> all, all -> new TreeMap<>(all)));
  }

  /** Something with parts, each of which is usual where it is left out. */
  public static Type<Attributes> parts(AttributeRows rows) {
    return rows.type("");
  }
}
