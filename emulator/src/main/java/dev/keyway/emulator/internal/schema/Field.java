package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object, or a parameter: declared once as a constant, and read by it. Immutable;
 * what is said of a field with {@link #required()} and its like makes another field, which is read
 * by the first as well.
 *
 * @param <T> what its values are read as
 */
public class Field<T> {
  private final String name;
  private final Type<T> type;
  private final Traits<T> traits;

  Field(String name, Type<T> type, Traits<T> traits) {
    this.name = name;
    this.type = type;
    this.traits = traits;
  }

  /** A field of any type; it may be absent. */
  public static <T> Field<T> of(String name, Type<T> type) {
    return new Field<>(name, type, new Traits<>(false, false, null, null, ""));
  }

  public static TextField text(String name) {
    return new TextField(name, Type.text());
  }

  public static Field<Boolean> flag(String name) {
    return of(name, Type.flag());
  }

  public static Field<BigDecimal> number(String name) {
    return of(name, Type.number());
  }

  /** A whole number, both bounds included. */
  public static Field<Integer> integer(String name, int least, int most) {
    return of(name, Type.integer(least, most));
  }

  /** One of some words. */
  public static Field<String> choice(String name, String... words) {
    return of(name, Type.choice(words));
  }

  /** One of an enum's constants, in lower case. */
  public static <E extends Enum<E>> Field<E> choice(String name, Class<E> constants) {
    return of(name, Type.choice(constants));
  }

  public static <E> Field<List<E>> listOf(String name, Type<E> element) {
    return of(name, Type.listOf(element));
  }

  /** An object whose keys are the sender's. */
  public static <V> Field<Map<String, V>> mapOf(String name, Type<V> value) {
    return of(name, Type.mapOf(value));
  }

  /** A JSON object whose fields are somebody else's business. */
  public static Field<ObjectNode> tree(String name) {
    return of(name, Type.tree());
  }

  /** Any JSON value, null included. */
  public static Field<JsonNode> any(String name) {
    return of(name, Type.any());
  }

  /** The same, of which something more is demanded. */
  public Field<T> that(Constraint<? super T> constraint) {
    return new Field<>(name, type.that(constraint), traits);
  }

  /** The same, which must be there. */
  public Field<T> required() {
    return with(new Traits<>(true, traits.nullable, null, traits.example, traits.description));
  }

  /** The same, which may be absent. */
  public Field<T> optional() {
    return with(new Traits<>(false, traits.nullable, null, traits.example, traits.description));
  }

  /** The same, which may be absent and then has a value all the same. */
  public Field<T> optional(T otherwise) {
    return with(
        new Traits<>(false, traits.nullable, otherwise, traits.example, traits.description));
  }

  /** The same, of which null is a value. */
  public Field<T> nullable() {
    return with(
        new Traits<>(traits.required, true, traits.otherwise, traits.example, traits.description));
  }

  /** The same with what it means, for documents. */
  public Field<T> says(String description) {
    return with(
        new Traits<>(
            traits.required, traits.nullable, traits.otherwise, traits.example, description));
  }

  /** The same with an example, for documents. */
  public Field<T> example(T example) {
    return with(
        new Traits<>(
            traits.required, traits.nullable, traits.otherwise, example, traits.description));
  }

  /** As it is sent. */
  public final String name() {
    return name;
  }

  public final Type<T> type() {
    return type;
  }

  public final boolean isRequired() {
    return traits.required;
  }

  public final boolean isNullable() {
    return traits.nullable;
  }

  /** What it means; may be empty. */
  public final String description() {
    return traits.description;
  }

  /** The value that it has when it is absent. */
  final Optional<T> otherwise() {
    return Optional.ofNullable(traits.otherwise);
  }

  final Optional<T> example() {
    return Optional.ofNullable(traits.example);
  }

  /** Reads it from the object at a place. */
  final void read(Spot object, @Nullable JsonNode value, Values.Builder values) {
    if (value == null && !traits.required) {
      return;
    }
    Spot spot = object.field(name, type);
    if (value == null || (value.isNull() && spot.dialect().emptyIsAbsent())) {
      if (traits.required) {
        spot.report(Problem.Kind.MISSING, MissingNode.getInstance());
      }
    } else if (!value.isNull()) {
      values.sent(this, type.read(spot, value));
    } else if (traits.nullable || type.takesNull()) {
      values.sent(this, Optional.empty());
    } else {
      spot.report(Problem.Kind.NULL, value);
    }
  }

  private Field<T> with(Traits<T> other) {
    return new Field<>(name, type, other);
  }

  /** What is said of a field beside its type. */
  record Traits<T>(
      boolean required,
      boolean nullable,
      @Nullable T otherwise,
      @Nullable T example,
      String description) {}
}
