package dev.keyway.emulator.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.attribute.InvalidAttribute;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Conversion;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.JsonKind;
import dev.keyway.emulator.internal.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Attributes that are rows: what they may be is said by the rows, and checked by them. */
final class AttributeFields {
  private AttributeFields() {}

  /** A field for each row, with its plain value. */
  static List<Field<Object>> of(AttributeRows rows) {
    return rows.all().stream().map(AttributeFields::of).toList();
  }

  /**
   * All rows as one object.
   *
   * @param name what the schema calls it
   * @param read makes something of plain values by name
   * @param write gives those that are not usual
   */
  static <S> Type<S> object(
      String name,
      AttributeRows rows,
      Function<Map<String, @Nullable Object>, S> read,
      Function<S, Map<String, Object>> write) {
    return Type.elsewhere(name, PlainValues.object(rows.schema()), JsonKind.OBJECT)
        .as(
            Conversion.of(
                node -> {
                  try {
                    return read.apply(PlainValues.map(node));
                  } catch (InvalidAttribute e) {
                    throw InvalidAttribute.of("." + e.path(), e.problem());
                  }
                },
                value -> PlainValues.object(write.apply(value))));
  }

  private static Field<Object> of(Attribute<?> row) {
    Type<JsonNode> type = Type.elsewhere("", PlainValues.object(row.type().schema()));
    return Field.of(row.name(), type.as(Conversion.of(node -> read(row, node), PlainValues::tree)))
        .says(row.sentence());
  }

  private static Object read(Attribute<?> row, JsonNode node) {
    Object plain = SeedTypes.plain(node);
    Object unused = row.type().read("", plain);
    return plain;
  }
}
