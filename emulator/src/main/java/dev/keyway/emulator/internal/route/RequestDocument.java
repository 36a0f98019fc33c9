package dev.keyway.emulator.internal.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a route accepts, as OpenAPI words it.
 *
 * @param security requirements of which one must be met; empty when none is needed
 * @param parameters headers and query parameters; those of the path are known from the path
 * @param body JSON Schema of the body; null when the route looks at none
 */
public record RequestDocument(
    List<ObjectNode> security, List<ObjectNode> parameters, @Nullable ObjectNode body) {

  /** Copies the lists. */
  public RequestDocument {
    security = List.copyOf(security);
    parameters = List.copyOf(parameters);
  }

  /** A requirement that several schemes meet together. */
  public static ObjectNode allOf(List<String> schemes) {
    ObjectNode requirement = Json.object();
    schemes.forEach(requirement::putArray);
    return requirement;
  }

  /**
   * A parameter.
   *
   * @param place {@code header}, {@code query} or {@code path}
   */
  public static ObjectNode parameter(String name, String place, boolean required, JsonNode schema) {
    ObjectNode parameter =
        Json.object().put("name", name).put("in", place).put("required", required);
    parameter.set("schema", schema);
    return parameter;
  }

  /** The fields of an object as parameters of the query. */
  public static List<ObjectNode> query(ObjectNode schema) {
    List<ObjectNode> parameters = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            field ->
                parameters.add(
                    parameter(
                        field.getKey(),
                        "query",
                        names(schema.path("required")).contains(field.getKey()),
                        field.getValue())));
    return parameters;
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(name -> names.add(name.asText()));
    return names;
  }
}
