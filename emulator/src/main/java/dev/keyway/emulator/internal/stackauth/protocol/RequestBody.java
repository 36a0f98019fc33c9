package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.internal.http.FormValues;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.json.Json;
import java.util.Optional;

/** Reads a body by its content type, before anything else is looked at. */
final class RequestBody {
  private RequestBody() {}

  /**
   * The body as a tree; empty when there is none, which is so for every GET and for every request
   * without content type.
   */
  static Optional<JsonNode> parse(Request request) {
    if (request.oversized()) {
      throw StackAuthFailure.text(413, "Request body too large");
    }
    Optional<String> mediaType = request.mediaType();
    if (request.method().equals("GET") || mediaType.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (mediaType.get()) {
          // An empty body is not JSON either: a DELETE with this content type and no body fails.
          case "application/json" -> json(request.bodyText());
          case "application/x-www-form-urlencoded" -> form(request.bodyText());
          case "text/plain", "application/octet-stream" -> TextNode.valueOf(request.bodyText());
          default -> throw KnownError.BODY_PARSING_ERROR.failure();
        });
  }

  /**
   * A number too large for a double stays what it is to the service, infinite: no field that wants
   * a number takes it, and where any JSON is taken it is kept as null.
   */
  private static JsonNode json(String text) {
    try {
      return Json.read(text);
    } catch (Json.Malformed e) {
      throw KnownError.BODY_PARSING_ERROR.failure();
    }
  }

  private static ObjectNode form(String text) {
    ObjectNode values = Json.object();
    FormValues.parse(text).forEach((name, all) -> values.put(name, all.get(all.size() - 1)));
    return values;
  }
}
