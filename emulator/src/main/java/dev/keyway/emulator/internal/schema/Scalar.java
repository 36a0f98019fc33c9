package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A text, a flag or a number. */
final class Scalar<T> extends Type<T> {
  private final JsonKind kind;
  private final Function<JsonNode, T> read;
  private final Function<T, JsonNode> write;

  Scalar(JsonKind kind, Function<JsonNode, T> read, Function<T, JsonNode> write) {
    super(List.of(kind));
    this.kind = kind;
    this.read = read;
    this.write = write;
  }

  @Override
  Optional<T> read(Spot spot, JsonNode value) {
    JsonNode meant = spot.dialect().coercion().coerce(kind, value);
    if (!kind.fits(meant)) {
      spot.report(Problem.Kind.WRONG_TYPE, value);
      return Optional.empty();
    }
    if (kind == JsonKind.WHOLE && !isWhole(meant)) {
      spot.report(Problem.Kind.FRACTION, value);
    }
    return Optional.of(read.apply(meant));
  }

  /** A decimal comes from a coercion only; JSON's {@code 5.0} is no whole number to most. */
  private static boolean isWhole(JsonNode number) {
    return number.isIntegralNumber()
        || (number.isBigDecimal() && number.decimalValue().stripTrailingZeros().scale() <= 0);
  }

  @Override
  public JsonNode write(T value) {
    return write.apply(value);
  }

  @Override
  ObjectNode describe(JsonSchema writer) {
    return Json.object().put("type", kind.word());
  }
}
