package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A verb with what was sent along, checked. */
final class ControlCall {
  private final AuthEmulator emulator;
  private final Map<String, String> path;
  private final Input query;
  private final Input body;

  private ControlCall(AuthEmulator emulator, Map<String, String> path, Input query, Input body) {
    this.emulator = emulator;
    this.path = path;
    this.query = query;
    this.body = body;
  }

  /** Checks everything that can be checked without knowing the world. */
  static ControlCall of(
      Endpoint verb, Map<String, String> path, Request exchange, AuthEmulator emulator) {
    return new ControlCall(
        emulator, path, new Input(query(verb, exchange)), new Input(body(verb, exchange)));
  }

  AuthEmulator emulator() {
    return emulator;
  }

  /** The world that the path names. */
  World world() {
    return emulator
        .world(path("world"))
        .orElseThrow(() -> ControlFailure.notFound("There is no world of this id or unique name"));
  }

  String path(String parameter) {
    return Optional.ofNullable(path.get(parameter)).orElseThrow();
  }

  Input query() {
    return query;
  }

  Input body() {
    return body;
  }

  private static ObjectNode query(Endpoint verb, Request exchange) {
    ObjectNode sent = Json.object();
    for (Map.Entry<String, List<String>> parameter : exchange.query().entrySet()) {
      String name = parameter.getKey();
      Field field =
          verb.query().stream()
              .filter(known -> known.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () -> ControlFailure.invalid(name, "There is no parameter of this name"));
      if (parameter.getValue().size() > 1) {
        throw ControlFailure.invalid(name, name + " is given more than once");
      }
      JsonNode value = field.type().fromText(parameter.getValue().get(0));
      field.type().check(name, value);
      sent.set(name, value);
    }
    for (Field field : verb.query()) {
      if (field.required() && !sent.has(field.name())) {
        throw ControlFailure.invalid(field.name(), field.name() + " is missing");
      }
    }
    return sent;
  }

  private static ObjectNode body(Endpoint verb, Request exchange) {
    if (exchange.oversized()) {
      throw ControlFailure.of(413, "too_large", "The body is larger than the emulator accepts");
    }
    // Pages of other origins can send forms and plain text without asking, JSON they cannot.
    if (exchange.hasBody() && exchange.mediaType().filter("application/json"::equals).isEmpty()) {
      throw ControlFailure.of(
          415, "unsupported_media_type", "A body must have the content type application/json");
    }
    Shape shape = verb.body();
    if (shape == null) {
      if (exchange.hasBody()) {
        throw ControlFailure.invalid("This verb takes no body");
      }
      return Json.object();
    }
    if (!exchange.hasBody()) {
      if (verb.bodyRequired()) {
        throw ControlFailure.invalid("The body is missing");
      }
      return Json.object();
    }
    JsonNode sent = read(exchange);
    shape.check("", sent);
    return (ObjectNode) sent;
  }

  private static JsonNode read(Request exchange) {
    try {
      return Json.read(exchange.bodyText());
    } catch (Json.Malformed e) {
      throw ControlFailure.of(400, "malformed_json", "The body is not JSON");
    }
  }
}
