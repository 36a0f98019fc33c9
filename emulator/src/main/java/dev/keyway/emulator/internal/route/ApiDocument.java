package dev.keyway.emulator.internal.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.PathParameters;
import dev.keyway.emulator.internal.json.Json;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document of what the emulator serves of a vendor's API: every route of the catalogue,
 * with what it accepts and may answer if it is built. How it is known stands in extensions that
 * begin with {@code x-keyway-}.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI Specification 3.1.0</a>
 */
public final class ApiDocument {
  private static final String ERROR = "#/components/schemas/Error";

  private final ApiDescription about;
  private final VendorRoutes<?> routes;

  /** Of those routes. */
  public ApiDocument(ApiDescription about, VendorRoutes<?> routes) {
    this.about = about;
    this.routes = routes;
  }

  /** Its name, without an ending. */
  public String name() {
    return about.name();
  }

  /** What people call the vendor. */
  public String vendor() {
    return about.vendor();
  }

  /**
   * The document.
   *
   * @param server where the API is served, without a trailing slash
   */
  public ObjectNode json(URI server) {
    ObjectNode document = Json.object().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "The API of " + about.vendor() + ", as the Keyway emulator serves it")
        .put("version", "1")
        .put(
            "description",
            "Not the vendor's document: what is not built answers 501 and is marked, and every"
                + " operation says how its behaviour is known.");
    document.putArray("servers").addObject().put("url", server.toString());
    ObjectNode paths = document.putObject("paths");
    routes.forEach(
        (line, endpoint) ->
            Json.objectIn(paths, line.path())
                .set(line.method().name().toLowerCase(Locale.ROOT), operation(line, endpoint)));
    ObjectNode components = document.putObject("components");
    components.set("securitySchemes", about.securitySchemes().deepCopy());
    components.putObject("schemas").set("Error", about.errorSchema().deepCopy());
    return document;
  }

  private ObjectNode operation(CatalogueRoute line, @Nullable RouteEndpoint endpoint) {
    ObjectNode operation = Json.object().put("operationId", line.operation());
    operation.putArray("tags").add(line.area());
    operation
        .put("x-keyway-provenance", line.provenance().tag())
        .put("x-keyway-source", line.source())
        .put("x-keyway-built", endpoint != null);
    for (String name : PathParameters.of(line.path())) {
      operation.withArray("parameters").add(pathParameter(name));
    }
    if (endpoint == null) {
      operation
          .putObject("responses")
          .putObject("501")
          .put("description", "Not built. The answer says what to do without it.");
      return operation;
    }
    RequestDocument request = endpoint.request();
    request.parameters().forEach(parameter -> operation.withArray("parameters").add(parameter));
    operation.putArray("security").addAll(request.security());
    ObjectNode body = request.body();
    if (body != null) {
      operation
          .putObject("requestBody")
          .put("required", true)
          .putObject("content")
          .putObject("application/json")
          .set("schema", body);
    }
    operation.set("responses", responses(routes.errors(endpoint), endpoint.breaksOn()));
    return operation;
  }

  private static ObjectNode pathParameter(String name) {
    return RequestDocument.parameter(name, "path", true, Json.object().put("type", "string"));
  }

  private ObjectNode responses(Collection<VendorError> errors, List<String> breaksOn) {
    ObjectNode responses = Json.object();
    responses.putObject("2XX").put("description", "Done.");
    errors.stream()
        .collect(Collectors.groupingBy(VendorError::status, TreeMap::new, Collectors.toList()))
        .forEach((status, same) -> responses.set(Integer.toString(status), refusal(same)));
    if (!breaksOn.isEmpty()) {
      responses
          .withObject("/500")
          .put("description", "The service fails, without a code, on " + or(breaksOn) + ".");
    }
    responses.putObject("default").put("description", "A redirect, or an answer without a code.");
    return responses;
  }

  private static String or(List<String> cases) {
    return String.join("; or on ", cases);
  }

  private ObjectNode refusal(List<VendorError> errors) {
    ObjectNode response =
        Json.object()
            .put(
                "description",
                errors.stream().map(VendorError::code).collect(Collectors.joining(", ")));
    ObjectNode schema =
        response.putObject("content").putObject("application/json").putObject("schema");
    schema.put("$ref", ERROR);
    ObjectNode code = schema.putObject("properties").putObject(about.codeField());
    errors.forEach(error -> code.withArray("enum").add(error.code()));
    return response;
  }
}
