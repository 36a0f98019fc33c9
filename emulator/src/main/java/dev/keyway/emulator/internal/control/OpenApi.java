package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.schema.Field.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Dialect;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.JsonSchema;
import dev.keyway.emulator.internal.schema.ObjectType;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The OpenAPI document, made from the endpoints that are served.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI Specification 3.1.0</a>
 */
final class OpenApi {
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

  private static final Map<String, String> PATH_PARAMETERS =
      Map.of(
          "world", "A world's id, or its name where only one world has it.",
          "checkpoint", "A checkpoint's id.",
          "message", "A message's id.",
          "address", "An e-mail address or phone number.",
          "event", "A webhook event's id.",
          "fault", "A fault's id.",
          "user", "A user's id at the provider.",
          "device", "The name of a virtual device.",
          "credential", "A credential's id, base64url.");

  private static final ObjectType DETAIL =
      ObjectType.of(
              "ErrorDetail",
              line("code").says("What kind of error it is; stable.").required(),
              text("message").says("What went wrong, for people.").required(),
              line("field").says("The field or parameter that it is about."))
          .example("{\"code\":\"invalid\",\"message\":\"by is missing\",\"field\":\"by\"}");

  private static final ObjectType ERROR =
      ObjectType.of("Error", Field.of("error", DETAIL).says("The error.").required())
          .example(
              "{\"error\":{\"code\":\"invalid\",\"message\":\"by is missing\",\"field\":\"by\"}}");

  private OpenApi() {}

  /** The endpoint that gives the document of {@code all}, itself included. */
  static Endpoint endpoint(List<Endpoint> all) {
    return Endpoint.get("/openapi.json", "openapi")
        .says("This document.")
        .givesJson(call -> document(all, call.emulator().publicUrl()));
  }

  private static ObjectNode document(List<Endpoint> endpoints, URI publicUrl) {
    ObjectNode document = Json.object().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Keyway emulator control API")
        .put("version", "1")
        .put(
            "description",
            "The verbs of the emulator's Java handle over HTTP. They hand out codes, links and"
                + " keys: that is what they are for, so the emulator listens on loopback only and"
                + " refuses web pages of other origins.");
    document
        .putArray("servers")
        .addObject()
        .put("url", publicUrl + ControlApi.BASE)
        .put("description", "This emulator.");
    ObjectNode paths = document.putObject("paths");
    JsonSchema schemas = JsonSchema.ofOpenApi(Dialect.STRICT);
    ObjectNode unused = schemas.of(ERROR);
    for (Endpoint endpoint : endpoints) {
      Json.objectIn(paths, endpoint.template())
          .set(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint, schemas));
    }
    document.putObject("components").putObject("schemas").setAll(schemas.named());
    return document;
  }

  private static ObjectNode operation(Endpoint endpoint, JsonSchema schemas) {
    ObjectNode operation =
        Json.object().put("operationId", endpoint.id()).put("summary", endpoint.summary());
    operation.putArray("tags").add(endpoint.id().split("\\.", 2)[0]);
    ArrayNode parameters = Json.array();
    Matcher names = PARAMETER.matcher(endpoint.template());
    while (names.find()) {
      parameters.add(parameter(pathParameter(names.group(1)), "path", schemas));
    }
    endpoint.query().fields().forEach(field -> parameters.add(parameter(field, "query", schemas)));
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    ObjectType body = endpoint.body();
    if (body != null) {
      ObjectNode request =
          operation.putObject("requestBody").put("required", endpoint.bodyRequired());
      describe(request.putObject("content").putObject("application/json"), body, schemas);
    }
    operation.set("responses", responses(endpoint, schemas));
    return operation;
  }

  private static ObjectNode responses(Endpoint endpoint, JsonSchema schemas) {
    ObjectNode responses = Json.object();
    ObjectNode success =
        responses.putObject(Integer.toString(endpoint.status())).put("description", "Done.");
    ObjectType response = endpoint.response();
    if (endpoint.status() != 204) {
      ObjectNode media = success.putObject("content").putObject(endpoint.contentType());
      if (response != null) {
        describe(media, response, schemas);
      }
    }
    ObjectNode failure = responses.putObject("default").put("description", "Refused or failed.");
    describe(failure.putObject("content").putObject("application/json"), ERROR, schemas);
    return responses;
  }

  private static void describe(ObjectNode media, ObjectType type, JsonSchema schemas) {
    media.set("schema", schemas.of(type));
    media.set("example", type.example().orElseThrow());
  }

  private static ObjectNode parameter(Field<?> field, String place, JsonSchema schemas) {
    ObjectNode parameter =
        Json.object()
            .put("name", field.name())
            .put("in", place)
            .put("required", field.isRequired())
            .put("description", field.description());
    parameter.set("schema", schemas.of(field.type()));
    return parameter;
  }

  private static Field<String> pathParameter(String name) {
    String description = PATH_PARAMETERS.get(name);
    if (description == null) {
      throw new IllegalStateException("What is {" + name + "}?");
    }
    return line(name).says(description).required();
  }
}
