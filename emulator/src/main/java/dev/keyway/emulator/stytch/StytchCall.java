package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Exchange;
import java.util.Map;
import java.util.Optional;

/**
 * A request of a project whose credentials are right, or need not be. Reads fields of the body by
 * type; a field of another type is {@code bad_request}, null is as good as absent.
 */
final class StytchCall {
  private final Exchange exchange;
  private final StytchProject project;
  private final Map<String, String> path;
  private final ObjectNode body;
  private final Envelope envelope;

  StytchCall(
      Exchange exchange,
      StytchProject project,
      Map<String, String> path,
      ObjectNode body,
      Envelope envelope) {
    this.exchange = exchange;
    this.project = project;
    this.path = path;
    this.body = body;
    this.envelope = envelope;
  }

  Exchange exchange() {
    return exchange;
  }

  StytchProject project() {
    return project;
  }

  ObjectNode body() {
    return body;
  }

  /** A path parameter. */
  String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no parameter " + name);
    }
    return value;
  }

  /** A text that must be there and not be empty. */
  String text(String field) {
    return optionalText(field).filter(text -> !text.isEmpty()).orElseThrow(() -> missing(field));
  }

  /** A text that may be absent. */
  Optional<String> optionalText(String field) {
    return value(field)
        .map(
            node -> {
              if (!node.isTextual()) {
                throw wrongType(field, "a string");
              }
              return node.textValue();
            });
  }

  /** A whole number that may be absent. */
  Optional<Integer> optionalInt(String field) {
    return value(field)
        .map(
            node -> {
              if (!node.canConvertToInt() || !node.isIntegralNumber()) {
                throw wrongType(field, "an integer");
              }
              return node.intValue();
            });
  }

  /** A boolean; absent is false. */
  boolean flag(String field) {
    return value(field)
        .map(
            node -> {
              if (!node.isBoolean()) {
                throw wrongType(field, "a boolean");
              }
              return node.booleanValue();
            })
        .orElse(false);
  }

  /** An object that may be absent. */
  Optional<ObjectNode> optionalObject(String field) {
    return value(field)
        .map(
            node -> {
              if (node instanceof ObjectNode object) {
                return object;
              }
              throw wrongType(field, "an object");
            });
  }

  /** The field as it was sent; empty when absent or null. */
  Optional<JsonNode> value(String field) {
    return Optional.ofNullable(body.get(field)).filter(node -> !node.isNull());
  }

  Answer ok(ObjectNode fields) {
    return envelope.success(200, fields);
  }

  Answer created(ObjectNode fields) {
    return envelope.success(201, fields);
  }

  static StytchFailure missing(String field) {
    return StytchError.BAD_REQUEST.failure("The field " + field + " is missing.");
  }

  private static StytchFailure wrongType(String field, String type) {
    return StytchError.BAD_REQUEST.failure("The field " + field + " must be " + type + ".");
  }
}
