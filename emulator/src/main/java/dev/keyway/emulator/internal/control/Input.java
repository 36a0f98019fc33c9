package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A body, or the query, whose fields have been checked against its shape. */
final class Input {
  private final ObjectNode values;

  Input(ObjectNode values) {
    this.values = values;
  }

  boolean has(String field) {
    return values.has(field);
  }

  /** Everything that was sent. */
  ObjectNode whole() {
    return values;
  }

  JsonNode node(String field) {
    return values.path(field);
  }

  /** A field's text; the text of an optional field that was not sent is empty. */
  String text(String field) {
    return values.path(field).asText();
  }

  Optional<String> find(String field) {
    return values.has(field) ? Optional.of(values.get(field).asText()) : Optional.empty();
  }

  int integer(String field, int otherwise) {
    return values.path(field).asInt(otherwise);
  }

  boolean flag(String field, boolean otherwise) {
    return values.path(field).asBoolean(otherwise);
  }

  Duration duration(String field, Duration otherwise) {
    return find(field).map(Duration::parse).orElse(otherwise);
  }

  Instant moment(String field) {
    return Instant.parse(text(field));
  }

  List<String> texts(String field) {
    return values.path(field).valueStream().map(JsonNode::asText).toList();
  }

  /** The constant that a {@link Type#choice(Class)} was sent as. */
  <E extends Enum<E>> Optional<E> constant(String field, Class<E> constants) {
    return find(field).map(word -> Enum.valueOf(constants, word.toUpperCase(Locale.ROOT)));
  }

  /** An object's fields as text. */
  Map<String, String> map(String field) {
    Map<String, String> map = new LinkedHashMap<>();
    values.path(field).properties().forEach(e -> map.put(e.getKey(), e.getValue().asText()));
    return map;
  }

  /** An object, whether it was sent as one or as the text of one. */
  String json(String field) {
    JsonNode value = values.path(field);
    return value.isTextual() ? value.textValue() : value.toString();
  }

  Input nested(String field) {
    return new Input((ObjectNode) values.get(field));
  }

  List<Input> list(String field) {
    return values.path(field).valueStream().map(node -> new Input((ObjectNode) node)).toList();
  }
}
