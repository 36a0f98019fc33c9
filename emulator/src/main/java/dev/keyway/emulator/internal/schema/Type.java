package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a value may be, and what it is read as. Immutable. The types of JSON's own values are made
 * here; {@link #that} and {@link #as} make others of them.
 *
 * @param <T> what it is read as
 */
public abstract class Type<T> {
  private final List<JsonKind> kinds;

  Type(List<JsonKind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /** A text. */
  public static Type<String> text() {
    return new Scalar<>(JsonKind.TEXT, JsonNode::textValue, TextNode::valueOf);
  }

  /** True or false. */
  public static Type<Boolean> flag() {
    return new Scalar<>(JsonKind.FLAG, JsonNode::booleanValue, BooleanNode::valueOf);
  }

  /** A number. */
  public static Type<BigDecimal> number() {
    return new Scalar<>(JsonKind.NUMBER, JsonNode::decimalValue, DecimalNode::valueOf);
  }

  /** A number without fraction. */
  public static Type<BigDecimal> whole() {
    return new Scalar<>(JsonKind.WHOLE, JsonNode::decimalValue, DecimalNode::valueOf);
  }

  /** A whole number, both bounds included. */
  public static Type<Integer> integer(int least, int most) {
    return whole()
        .that(Range.of(least, most))
        .as(Conversion.of(BigDecimal::intValue, BigDecimal::valueOf));
  }

  /** A whole number, both bounds included. */
  public static Type<Long> integer(long least, long most) {
    return whole()
        .that(Range.of(least, most))
        .as(Conversion.of(BigDecimal::longValue, BigDecimal::valueOf));
  }

  /** One of some words. */
  public static Type<String> choice(String... words) {
    return text().that(new OneOf<>(List.of(words)));
  }

  /** One of an enum's constants, in lower case. */
  public static <E extends Enum<E>> Type<E> choice(Class<E> constants) {
    Function<E, String> word = constant -> constant.name().toLowerCase(Locale.ROOT);
    String[] words = Arrays.stream(constants.getEnumConstants()).map(word).toArray(String[]::new);
    return choice(words)
        .as(Conversion.of(text -> Enum.valueOf(constants, text.toUpperCase(Locale.ROOT)), word));
  }

  /** Any JSON value, null included. */
  public static Type<JsonNode> any() {
    return tree(JsonNode.class);
  }

  /** A JSON value of one of some kinds, whatever is in it. */
  public static Type<JsonNode> any(JsonKind... kinds) {
    return tree(JsonNode.class, kinds);
  }

  /** A JSON object whose fields are somebody else's business. */
  public static Type<ObjectNode> tree() {
    return tree(ObjectNode.class, JsonKind.OBJECT);
  }

  /** Any number of values of one type. */
  public static <E> Type<List<E>> listOf(Type<E> element) {
    return new ListType<>(element);
  }

  /** An object whose keys are the sender's, with values of one type. */
  public static <V> Type<Map<String, V>> mapOf(Type<V> value) {
    return new MapType<>(value, List.of());
  }

  /** The same, with a word on the keys. */
  public static <V> Type<Map<String, V>> mapOf(Constraint<String> key, Type<V> value) {
    return new MapType<>(value, List.of(key));
  }

  /** The same, of which something more is demanded. All that is demanded is checked, in order. */
  public Type<T> that(Constraint<? super T> constraint) {
    return new Constrained<>(this, constraint);
  }

  /** The same, read as something else. A value that is wrong already is not converted. */
  public <U> Type<U> as(Conversion<T, U> conversion) {
    return new Converted<>(this, conversion);
  }

  /** The same, where null stands for no value. A field says for itself whether it may be null. */
  public final Type<Optional<T>> orNothing() {
    return new Possible<>(this);
  }

  /** The kinds of JSON values that it is made of; none where any will do. */
  public final List<JsonKind> kinds() {
    return kinds;
  }

  /** The first thing of a kind that is demanded of its values, or of their keys. */
  public <C> Optional<C> find(Class<C> constraint) {
    return Optional.empty();
  }

  /** Whether its values are read by this conversion. */
  public boolean isReadBy(Conversion<?, ?> conversion) {
    return false;
  }

  /** A value as JSON. */
  public abstract JsonNode write(T value);

  /** Reads a value, and reports what is wrong with it. */
  abstract Optional<T> read(Spot spot, JsonNode value);

  /** Whether null is a value of it whatever its field says. */
  boolean takesNull() {
    return false;
  }

  /** As JSON Schema. */
  abstract ObjectNode describe(JsonSchema writer);

  static <C> Optional<C> ifIs(Class<C> wanted, Object constraint) {
    return wanted.isInstance(constraint) ? Optional.of(wanted.cast(constraint)) : Optional.empty();
  }

  private static <N extends JsonNode> Type<N> tree(Class<N> node, JsonKind... kinds) {
    return new Tree<>(List.of(kinds), node);
  }
}
