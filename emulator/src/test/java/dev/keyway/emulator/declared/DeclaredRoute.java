package dev.keyway.emulator.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.internal.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A route as the OpenAPI document of its vendor's emulated API declares it.
 *
 * @param operation what the document says of it
 */
record DeclaredRoute(String provider, String method, String path, JsonNode operation) {
  private static final Map<String, String> DOCUMENTS =
      Map.of("stackauth", "openapi/stack-auth", "stytch", "openapi/stytch", "control", "openapi");
  private static final int DEPTH = 8;
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

  /** All routes of a vendor, built or not; those of the control API as {@code control}. */
  static List<DeclaredRoute> of(AuthEmulator emulator, String provider) throws Exception {
    Wire wire = Wire.to(URI.create(emulator.baseUrl() + "/_emulator/"));
    JsonNode document = wire.get(DOCUMENTS.get(provider) + ".json").json();
    List<DeclaredRoute> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
        all.add(
            new DeclaredRoute(
                provider,
                one.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                resolved(one.getValue(), document, DEPTH)));
      }
    }
    return all;
  }

  /** The same with what it refers to in place of the references. */
  private static JsonNode resolved(JsonNode node, JsonNode document, int depth) {
    String reference = node.path("$ref").asText();
    if (reference.startsWith("#/components/schemas/") && !reference.endsWith("/Error")) {
      return depth == 0
          ? Json.object()
          : resolved(document.at(reference.substring(1)), document, depth - 1);
    }
    if (node instanceof ArrayNode list) {
      ArrayNode copy = Json.array();
      list.forEach(element -> copy.add(resolved(element, document, depth)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Json.object();
      object
          .properties()
          .forEach(field -> copy.set(field.getKey(), resolved(field.getValue(), document, depth)));
      return copy;
    }
    return node;
  }

  String id() {
    return operation.path("operationId").asText();
  }

  /** The second word of the id: what the route is about. */
  String resource() {
    List<String> words = List.of(id().split("\\.", 3));
    return words.get(Math.min(1, words.size() - 1));
  }

  boolean built() {
    return operation.path("x-keyway-built").asBoolean(true);
  }

  /** Whether credentials are needed. */
  boolean guarded() {
    return !operation.path("security").isEmpty();
  }

  /** Whether somebody has to be signed in. */
  boolean needsUser() {
    return operation.at("/security/0").has("user");
  }

  /** Stack Auth's access types that may call it; none where no header is needed. */
  List<String> accessTypes() {
    return parameters("header").stream()
        .filter(parameter -> parameter.path("name").asText().equals("x-stack-access-type"))
        .flatMap(parameter -> texts(parameter.at("/schema/enum")).stream())
        .toList();
  }

  /** Headers that must be there, beside the access type. */
  List<String> requiredHeaders() {
    return parameters("header").stream()
        .map(parameter -> parameter.path("name").asText())
        .filter(name -> !name.equals("x-stack-access-type"))
        .toList();
  }

  /** The parameters of one place: {@code path}, {@code query} or {@code header}. */
  List<JsonNode> parameters(String place) {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("in").asText().equals(place))
        .toList();
  }

  /** The schema of the body that the most privileged caller may send; missing if none is taken. */
  JsonNode body() {
    JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
    JsonNode either = schema.path("anyOf");
    return either.isEmpty() ? schema : either.path(either.size() - 1);
  }

  boolean hasBody() {
    return !(body() instanceof MissingNode);
  }

  /** The codes that it declares, with their status before them: {@code 404 user_not_found}. */
  Set<String> errors() {
    Set<String> errors = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      response
          .getValue()
          .findValues("enum")
          .forEach(
              codes -> texts(codes).forEach(code -> errors.add(response.getKey() + " " + code)));
    }
    return errors;
  }

  /** Whether it says that the service itself fails now and then. */
  boolean mayBreak() {
    return operation.path("responses").has("500")
        && operation.at("/responses/500/content").isMissingNode();
  }

  /** Its path with a value for each parameter. */
  String path(UnaryOperator<String> values) {
    return PARAMETER
        .matcher(path)
        .replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
  }

  /** Whether a concrete path is one of its own. */
  boolean matches(String concrete) {
    StringBuilder pattern = new StringBuilder();
    for (String segment : path.replaceFirst("/$", "").substring(1).split("/", -1)) {
      pattern.append('/').append(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment));
    }
    return concrete.matches(pattern.toString());
  }

  static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Override
  public String toString() {
    return id();
  }
}
