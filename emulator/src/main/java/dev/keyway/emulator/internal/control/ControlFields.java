package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.internal.schema.Conversion;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.JsonKind;
import dev.keyway.emulator.internal.schema.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The fields that only the control API has. */
final class ControlFields {
  static final Conversion<String, Instant> MOMENT =
      new Conversion<>(ControlFields::reasonable, Instant::toString, "format", "date-time");

  private static final Conversion<String, Duration> DURATION =
      new Conversion<>(text -> Duration.parse(text), Duration::toString, "format", "duration");

  /** A line of text, so that it can stand in a header or a report. */
  static final Type<String> LINE = Type.text().that(Line.TEXT);

  private ControlFields() {}

  /** A line of text. */
  static Field<String> line(String name) {
    return Field.of(name, LINE);
  }

  /** A span of time from {@code least} to {@code most}. */
  static Field<Duration> duration(String name, Duration least, Duration most) {
    return Field.of(name, Type.text().as(DURATION).that(new Span(least, most)));
  }

  /** A moment, from 1970 to the year 9999. */
  static Field<Instant> moment(String name) {
    return Field.of(name, Type.text().as(MOMENT));
  }

  /** Names and values of HTTP headers. */
  static Field<Map<String, String>> headers(String name) {
    return Field.of(name, Type.mapOf(Line.HEADER_NAME, LINE));
  }

  /** An object, or text that holds one; read as text. */
  static Field<String> objectOrText(String name) {
    return Field.of(
        name,
        Type.any(JsonKind.OBJECT, JsonKind.TEXT)
            .as(Conversion.of(ControlFields::json, TextNode::valueOf)));
  }

  private static Instant reasonable(String text) {
    Instant moment = Instant.parse(text);
    if (!Instants.reasonable(moment)) {
      throw new IllegalArgumentException("Out of the years that a clock can show");
    }
    return moment;
  }

  private static String json(JsonNode value) {
    return value instanceof ObjectNode ? value.toString() : value.textValue();
  }
}
