package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The OpenAPI document, made from the verbs that are served.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI Specification 3.1.0</a>
 */
final class OpenApi {
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

  private static final String REF = "#/components/schemas/";

  private static final Map<String, String> PATH_PARAMETERS =
      Map.of(
          "world", "A world's id, or its name where only one world has it.",
          "checkpoint", "A checkpoint's id.",
          "message", "A message's id.",
          "address", "An e-mail address or phone number.",
          "fault", "A fault's id.",
          "user", "A user's id at the provider.",
          "device", "The name of a virtual device.",
          "credential", "A credential's id, base64url.");

  private static final Shape DETAIL =
      Shape.named("ErrorDetail")
          .required("code", Type.line(), "What kind of error it is; stable.")
          .required("message", Type.text(), "What went wrong, for people.")
          .optional("field", Type.line(), "The field or parameter that it is about.")
          .example("{\"code\":\"invalid\",\"message\":\"by is missing\",\"field\":\"by\"}");

  private static final Shape ERROR =
      Shape.named("Error")
          .required("error", Type.of(DETAIL), "The error.")
          .example(
              "{\"error\":{\"code\":\"invalid\",\"message\":\"by is missing\",\"field\":\"by\"}}");

  private OpenApi() {}

  /** The verb that gives the document of {@code all}, itself included. */
  static Endpoint verb(List<Endpoint> all) {
    return Endpoint.get("/openapi.json", "openapi")
        .says("This document.")
        .givesJson(call -> document(all, call.emulator().publicUrl()));
  }

  private static ObjectNode document(List<Endpoint> verbs, URI publicUrl) {
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
        .put("url", publicUrl + ControlFront.BASE)
        .put("description", "This emulator.");
    ObjectNode paths = document.putObject("paths");
    Set<Shape> shapes = new LinkedHashSet<>(ERROR.all());
    for (Endpoint verb : verbs) {
      paths
          .withObjectProperty(verb.template())
          .set(verb.method().name().toLowerCase(Locale.ROOT), operation(verb));
      if (verb.body() != null) {
        shapes.addAll(verb.body().all());
      }
      if (verb.answer() != null) {
        shapes.addAll(verb.answer().all());
      }
    }
    ObjectNode schemas = document.putObject("components").putObject("schemas");
    shapes.forEach(shape -> schemas.set(shape.name(), shape.schema()));
    return document;
  }

  private static ObjectNode operation(Endpoint verb) {
    ObjectNode operation =
        Json.object().put("operationId", verb.id()).put("summary", verb.summary());
    operation.putArray("tags").add(verb.id().split("\\.", 2)[0]);
    ArrayNode parameters = Json.array();
    Matcher names = PARAMETER.matcher(verb.template());
    while (names.find()) {
      parameters.add(
          parameter(names.group(1), "path", true, description(names.group(1)), Type.line()));
    }
    for (Field field : verb.query()) {
      parameters.add(
          parameter(field.name(), "query", field.required(), field.description(), field.type()));
    }
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    Shape body = verb.body();
    if (body != null) {
      ObjectNode request = operation.putObject("requestBody").put("required", verb.bodyRequired());
      describe(request.putObject("content").putObject("application/json"), body);
    }
    operation.set("responses", responses(verb));
    return operation;
  }

  private static ObjectNode responses(Endpoint verb) {
    ObjectNode responses = Json.object();
    ObjectNode success =
        responses.putObject(Integer.toString(verb.status())).put("description", "Done.");
    Shape answer = verb.answer();
    if (verb.status() != 204) {
      ObjectNode media = success.putObject("content").putObject(verb.contentType());
      if (answer != null) {
        describe(media, answer);
      }
    }
    ObjectNode failure = responses.putObject("default").put("description", "Refused or failed.");
    describe(failure.putObject("content").putObject("application/json"), ERROR);
    return responses;
  }

  private static void describe(ObjectNode media, Shape shape) {
    media.putObject("schema").put("$ref", REF + shape.name());
    media.set("example", shape.example());
  }

  private static ObjectNode parameter(
      String name, String place, boolean required, String description, Type type) {
    ObjectNode parameter =
        Json.object()
            .put("name", name)
            .put("in", place)
            .put("required", required)
            .put("description", description);
    parameter.set("schema", type.schema());
    return parameter;
  }

  private static String description(String pathParameter) {
    String description = PATH_PARAMETERS.get(pathParameter);
    if (description == null) {
      throw new IllegalStateException("What is {" + pathParameter + "}?");
    }
    return description;
  }
}
