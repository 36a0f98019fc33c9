package dev.keyway.emulator.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.attribute.AttributeTypes;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Constraint;
import dev.keyway.emulator.internal.schema.Conversion;
import dev.keyway.emulator.internal.schema.Type;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** How values of Java's types stand in a seed. */
final class SeedTypes {
  static final Conversion<String, Instant> MOMENT =
      new Conversion<>(
          text -> OffsetDateTime.parse(text).toInstant(), Instant::toString, "format", "date-time");

  /** Whatever an application keeps: any tree, but not nothing. */
  private static final Conversion<JsonNode, Object> ANYTHING =
      Conversion.of(SeedTypes::plain, PlainValues::tree);

  private SeedTypes() {}

  /**
   * The type of a value.
   *
   * @param text the type of a text, or of each text of a list
   */
  @SuppressWarnings("unchecked") // Whoever asks has the class at hand, and reads and writes by it.
  static Type<Object> of(java.lang.reflect.Type java, Type<String> text) {
    return (Type<Object>) typed(java, text);
  }

  private static Type<?> typed(java.lang.reflect.Type java, Type<String> text) {
    if (java instanceof ParameterizedType generic) {
      java.lang.reflect.Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? Type.listOf(of(arguments[0], text))
          : Type.mapOf(of(arguments[1], text));
    }
    Class<?> plain = (Class<?>) java;
    if (plain == String.class) {
      return text;
    }
    if (plain == Boolean.class) {
      return Type.flag();
    }
    if (plain == Integer.class) {
      return whole(Integer.MAX_VALUE).as(Conversion.of(BigDecimal::intValue, BigDecimal::valueOf));
    }
    if (plain == Long.class) {
      return whole(Long.MAX_VALUE).as(Conversion.of(BigDecimal::longValue, BigDecimal::valueOf));
    }
    if (plain == Instant.class) {
      return Type.text().as(MOMENT);
    }
    if (plain == Duration.class) {
      return Type.text().as(AttributeTypes.SPAN);
    }
    if (plain == Object.class) {
      return Type.any().as(ANYTHING);
    }
    return plain.isEnum() ? choice(plain) : RecordType.of(plain);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // It is an enum.
  private static Type<?> choice(Class<?> constants) {
    return Type.choice((Class<Enum>) constants);
  }

  private static Type<BigDecimal> whole(long most) {
    return Type.whole().that(new Size(BigDecimal.valueOf(most)));
  }

  /**
   * Any value as a plain one.
   *
   * @throws IllegalArgumentException for null
   */
  static Object plain(JsonNode node) {
    Object plain = PlainValues.of(node);
    if (plain == null) {
      throw new IllegalArgumentException("nothing");
    }
    return plain;
  }

  /**
   * How large a number may be. How large it may be at most is the machine's business, so that it is
   * not described.
   */
  record Size(BigDecimal most) implements Constraint<BigDecimal> {
    @Override
    public boolean accepts(BigDecimal number) {
      return number.signum() >= 0 && number.compareTo(most) <= 0;
    }

    @Override
    public void describe(ObjectNode schema) {
      schema.put("minimum", 0);
    }
  }
}
