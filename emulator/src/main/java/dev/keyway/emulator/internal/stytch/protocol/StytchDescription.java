package dev.keyway.emulator.internal.stytch.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.ApiDescription;
import java.util.List;

/** What the OpenAPI document says of Stytch beyond its routes. */
final class StytchDescription {
  /** The one way to authenticate. */
  static final String PROJECT = "project";

  private StytchDescription() {}

  static ApiDescription get() {
    ObjectNode schemes = Json.object();
    schemes
        .putObject(PROJECT)
        .put("type", "http")
        .put("scheme", "basic")
        .put("description", "The project's id and its secret.");
    return new ApiDescription("stytch", "Stytch", schemes, error(), "error_type");
  }

  private static ObjectNode error() {
    ObjectNode schema = Json.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("status_code").put("type", "integer");
    for (String text : List.of("request_id", "error_type", "error_message", "error_url")) {
      properties.putObject(text).put("type", "string");
    }
    properties.fieldNames().forEachRemaining(schema.withArray("required")::add);
    return schema;
  }
}
