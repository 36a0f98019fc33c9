package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.ApiDescription;
import dev.keyway.emulator.internal.route.RequestDocument;
import dev.keyway.emulator.internal.schema.JsonSchema;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the OpenAPI document says of Stack Auth beyond its routes. */
final class StackAuthDescription {
  private static final String PROJECT = "project";
  private static final String SERVER = "server";
  private static final String ADMIN = "admin";
  private static final String USER = "user";

  private StackAuthDescription() {}

  static ApiDescription get() {
    ObjectNode schemes = Json.object();
    schemes.set(PROJECT, scheme("project-id", "The project's id."));
    schemes.set(SERVER, scheme("secret-server-key", "A secret server key."));
    schemes.set(ADMIN, scheme("super-secret-admin-key", "A super secret admin key."));
    schemes.set(USER, scheme("access-token", "An access token of the user who is signed in."));
    return new ApiDescription("stack-auth", "Stack Auth", schemes, error(), "code");
  }

  /** What a route accepts. */
  static RequestDocument request(StackAuthEndpoint endpoint) {
    List<ObjectNode> parameters = new ArrayList<>();
    ObjectNode types = Json.object().put("type", "string");
    endpoint.access().stream()
        .sorted()
        .forEach(type -> types.withArray("enum").add(type.wireName()));
    if (!endpoint.access().isEmpty()) {
      parameters.add(header("access-type", types));
    }
    for (String name : endpoint.requiredHeaders()) {
      parameters.add(header(name, Json.object().put("type", "string")));
    }
    ObjectType query = endpoint.query();
    if (query != null) {
      parameters.addAll(RequestDocument.query(schema().of(query)));
    }
    List<ObjectNode> security =
        endpoint.access().stream()
            .sorted()
            .map(type -> RequestDocument.allOf(schemes(type, endpoint.userDeclared())))
            .toList();
    return new RequestDocument(security, parameters, body(endpoint.bodies()));
  }

  private static JsonSchema schema() {
    return JsonSchema.ofOpenApi(Validation.DIALECT);
  }

  /** What one access type may send, or what each may where they differ. */
  private static @Nullable ObjectNode body(@Nullable Map<AccessType, ObjectType> bodies) {
    if (bodies == null) {
      return null;
    }
    Set<ObjectNode> different = new LinkedHashSet<>();
    bodies.values().forEach(type -> different.add(schema().of(type)));
    if (different.size() == 1) {
      return different.iterator().next();
    }
    ObjectNode any = Json.object();
    any.putArray("anyOf").addAll(different);
    return any;
  }

  /** Clients need a key in some projects only. */
  private static List<String> schemes(AccessType type, boolean user) {
    List<String> schemes = new ArrayList<>(List.of(PROJECT));
    switch (type) {
      case CLIENT -> {}
      case SERVER -> schemes.add(SERVER);
      case ADMIN -> schemes.add(ADMIN);
    }
    if (user) {
      schemes.add(USER);
    }
    return schemes;
  }

  private static ObjectNode header(String name, ObjectNode schema) {
    return RequestDocument.parameter(StackAuthHeaders.STACK + name, "header", true, schema);
  }

  private static ObjectNode scheme(String name, String description) {
    return Json.object()
        .put("type", "apiKey")
        .put("in", "header")
        .put("name", StackAuthHeaders.STACK + name)
        .put("description", description);
  }

  private static ObjectNode error() {
    ObjectNode schema = Json.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("code").put("type", "string");
    properties.putObject("details").put("type", "object");
    properties.putObject("error").put("type", "string");
    schema.putArray("required").add("code").add("error");
    return schema;
  }
}
