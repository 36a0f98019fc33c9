package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Coercion;
import dev.keyway.emulator.internal.schema.Dialect;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request to an endpoint with what was sent along, checked. */
final class ControlCall {
  private static final Values NOTHING = ObjectType.of().values().build();
  private static final Dialect QUERY = Dialect.STRICT.with(Coercion.OF_TEXT);

  private final AuthEmulator emulator;
  private final Map<String, String> path;
  private final Values query;
  private final Values body;

  private ControlCall(AuthEmulator emulator, Map<String, String> path, Values query, Values body) {
    this.emulator = emulator;
    this.path = path;
    this.query = query;
    this.body = body;
  }

  /** Checks everything that can be checked without knowing the world. */
  static ControlCall of(
      Endpoint endpoint, Map<String, String> path, Request request, AuthEmulator emulator) {
    return new ControlCall(emulator, path, query(endpoint, request), body(endpoint, request));
  }

  AuthEmulator emulator() {
    return emulator;
  }

  /** The world that the path names. */
  World world() {
    String name = path("world");
    return emulator.world(name).orElseThrow(() -> noWorld(name));
  }

  private ControlFailure noWorld(String name) {
    String ids =
        emulator.worlds().stream()
            .filter(world -> world.name().equals(name))
            .map(World::id)
            .collect(Collectors.joining(", "));
    return ControlFailure.notFound(
        ids.isEmpty()
            ? "There is no world of this id or name"
            : "Several worlds have this name: take an id instead, one of " + ids);
  }

  String path(String parameter) {
    return Optional.ofNullable(path.get(parameter)).orElseThrow();
  }

  Values query() {
    return query;
  }

  Values body() {
    return body;
  }

  private static Values query(Endpoint endpoint, Request request) {
    ObjectNode sent = Json.object();
    request
        .query()
        .forEach(
            (name, values) ->
                sent.set(
                    name,
                    values.size() == 1
                        ? TextNode.valueOf(values.get(0))
                        : PlainValues.tree(values)));
    return QUERY.require(endpoint.query(), "", sent, Wording::ofQuery);
  }

  private static Values body(Endpoint endpoint, Request request) {
    if (request.oversized()) {
      throw ControlFailure.of(413, "too_large", "The body is larger than the emulator accepts");
    }
    // Pages of other origins can send forms and plain text without asking, JSON they cannot.
    if (request.hasBody() && request.mediaType().filter("application/json"::equals).isEmpty()) {
      throw ControlFailure.of(
          415, "unsupported_media_type", "A body must have the content type application/json");
    }
    ObjectType type = endpoint.body();
    if (type == null) {
      if (request.hasBody()) {
        throw ControlFailure.invalid("This verb takes no body");
      }
      return NOTHING;
    }
    if (!request.hasBody()) {
      if (endpoint.bodyRequired()) {
        throw ControlFailure.invalid("The body is missing");
      }
      return type.values().build();
    }
    return Dialect.STRICT.require(type, "", read(request), Wording::ofBody);
  }

  private static JsonNode read(Request request) {
    try {
      return Json.readFinite(request.bodyText());
    } catch (Json.Malformed e) {
      throw ControlFailure.of(400, "malformed_json", "The body is not JSON");
    }
  }
}
