package dev.keyway.emulator.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.declared.BadRequest.Expected;
import dev.keyway.emulator.internal.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Stack Auth answers to a request of its routes that is wrong, in the order in which the
 * service looks: method, body, authentication, access type, schema. Each request has something
 * wrong that comes later as well, so that the order shows.
 */
final class StackAuthOrder {
  private static final String TYPE = "x-stack-access-type";
  private static final String PROJECT = "x-stack-project-id";
  private static final String CLIENT_KEY = "x-stack-publishable-client-key";
  private static final String SERVER_KEY = "x-stack-secret-server-key";
  private static final String ADMIN_KEY = "x-stack-super-secret-admin-key";
  private static final String USER = "x-stack-access-token";
  private static final String NO_PROJECT = "6b657977-6179-4c64-9a53-4b1d2a7c0f11";

  private final List<DeclaredRoute> routes;
  private final Stage stage;
  private final DeclaredRoute route;
  private final Sample sample;
  private final List<BadRequest> requests = new ArrayList<>();

  private StackAuthOrder(List<DeclaredRoute> routes, Stage stage, DeclaredRoute route) {
    this.routes = routes;
    this.stage = stage;
    this.route = route;
    this.sample = new Sample(Map.of());
  }

  /** All wrong requests to one of the routes. */
  static List<BadRequest> of(List<DeclaredRoute> routes, Stage stage, DeclaredRoute route) {
    StackAuthOrder order = new StackAuthOrder(routes, stage, route);
    order.methods();
    order.bodies();
    order.credentials();
    order.rights();
    order.form();
    return order.requests;
  }

  private boolean hasBody() {
    return !route.method().equals("GET");
  }

  private String path() {
    // The one route that ends with a slash is asked without it: others are sent on.
    return route.path(name -> NO_PROJECT).replaceFirst("/$", "");
  }

  private Wire bare() {
    return Wire.to(URI.create(stage.emulator().baseUrl().toString()));
  }

  private Wire typed(String type) {
    return bare().with(TYPE, type).with(PROJECT, stage.own().stackAuth().projectId());
  }

  /** With the rights and the user that the route wants. */
  private Wire right() {
    Wire wire = route.accessTypes().isEmpty() ? bare() : admin();
    for (String header : route.requiredHeaders()) {
      wire = wire.with(header, "x");
    }
    return route.needsUser() ? wire.with(USER, stage.ownToken()) : wire;
  }

  private Wire admin() {
    return typed("admin").with(ADMIN_KEY, stage.own().stackAuth().superSecretAdminKey());
  }

  private void add(Fault fault, String what, Wire wire, Expected expected) {
    // The body is out of form, if one is taken at all: credentials come first.
    boolean json = hasBody() && route.hasBody();
    requests.add(
        new BadRequest(
            route,
            fault,
            what,
            json ? wire.with("content-type", "application/json") : wire,
            route.method(),
            path(),
            json ? "{\"" + BrokenField.UNKNOWN + "\":1}" : "",
            expected));
  }

  private void methods() {
    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      boolean known = routes.stream().anyMatch(r -> r.method().equals(method) && r.matches(path()));
      if (!known) {
        requests.add(
            new BadRequest(
                route,
                Fault.WRONG_METHOD,
                method,
                bare(),
                method,
                path(),
                "",
                Expected.of(405, "")));
      }
    }
    requests.add(
        new BadRequest(
            route,
            Fault.WRONG_METHOD,
            "of no kind",
            bare(),
            "BREW",
            path(),
            "",
            Expected.of(405, "", "Method not allowed")));
  }

  private void bodies() {
    if (!hasBody()) {
      return;
    }
    Expected unreadable = Expected.of(400, "BODY_PARSING_ERROR");
    Wire json = bare().with("content-type", "application/json").with(TYPE, "none");
    raw(Fault.BROKEN_JSON, "", json, "{\"a\":", unreadable);
    raw(Fault.BROKEN_JSON, "more behind it", json, "{} {}", unreadable);
    raw(Fault.EMPTY_BODY, "", json, "", unreadable);
    Wire other = bare().with("content-type", "application/xml").with(TYPE, "none");
    raw(Fault.WRONG_CONTENT_TYPE, "", other, "{}", unreadable);
  }

  private void raw(Fault fault, String what, Wire wire, String body, Expected expected) {
    requests.add(new BadRequest(route, fault, what, wire, route.method(), path(), body, expected));
  }

  private void credentials() {
    Wire bare = bare();
    String project = stage.own().stackAuth().projectId();
    for (String key : List.of(CLIENT_KEY, SERVER_KEY, ADMIN_KEY, "x-stack-admin-access-token")) {
      add(
          Fault.INCOMPLETE_CREDENTIALS,
          key + " alone",
          bare.with(key, "x").with(PROJECT, project),
          Expected.of(400, "PROJECT_KEY_WITHOUT_ACCESS_TYPE"));
    }
    Wire strange = bare.with(TYPE, "root").with(USER, "x");
    add(Fault.WRONG_CREDENTIALS, "access type", strange, Expected.of(400, "INVALID_ACCESS_TYPE"));
    add(
        Fault.INCOMPLETE_CREDENTIALS,
        "no project",
        bare.with(TYPE, "server").with(USER, "x"),
        Expected.of(400, "ACCESS_TYPE_WITHOUT_PROJECT_ID", "\"request_type\": \"server\""));
    Wire nowhere = bare.with(TYPE, "server").with(PROJECT, NO_PROJECT);
    add(
        Fault.WRONG_CREDENTIALS,
        "access token",
        nowhere.with(USER, "x"),
        Expected.of(401, "UNPARSABLE_ACCESS_TOKEN"));
    add(
        Fault.ANOTHER_PROJECTS_CREDENTIALS,
        "access token",
        typed("server").with(USER, stage.foreignToken()),
        Expected.of(401, "INVALID_PROJECT_FOR_ACCESS_TOKEN", project));
    add(
        Fault.WRONG_CREDENTIALS,
        "project",
        nowhere,
        Expected.of(400, "CURRENT_PROJECT_NOT_FOUND", NO_PROJECT));
    add(
        Fault.WRONG_CREDENTIALS,
        "admin access token",
        admin().with("x-stack-admin-access-token", "x"),
        Expected.of(401, "UNPARSABLE_ADMIN_ACCESS_TOKEN"));
    add(
        Fault.ANOTHER_PROJECTS_CREDENTIALS,
        "admin access token",
        admin().with("x-stack-admin-access-token", stage.foreignToken()),
        Expected.of(401, "ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN"));
    keys();
    add(
        Fault.WRONG_CREDENTIALS,
        "branch",
        admin().with("x-stack-branch-id", "other"),
        Expected.of(400, "BRANCH_DOES_NOT_EXIST", "other"));
  }

  private void keys() {
    Expected server = Expected.of(401, "INVALID_SECRET_SERVER_KEY");
    Expected admin = Expected.of(401, "INVALID_SUPER_SECRET_ADMIN_KEY");
    Expected client = Expected.of(401, "INVALID_PUBLISHABLE_CLIENT_KEY");
    // A key of another kind does not stand in, not even a greater one.
    Wire noServer = typed("server").with(ADMIN_KEY, stage.own().stackAuth().superSecretAdminKey());
    add(
        Fault.NO_CREDENTIALS,
        "server",
        noServer,
        Expected.of(401, "SERVER_AUTHENTICATION_REQUIRED"));
    Wire noAdmin = typed("admin").with(SERVER_KEY, stage.own().stackAuth().secretServerKey());
    add(Fault.NO_CREDENTIALS, "admin", noAdmin, Expected.of(401, "ADMIN_AUTHENTICATION_REQUIRED"));
    Wire keyless =
        bare().with(TYPE, "client").with(PROJECT, stage.strict().stackAuth().projectId());
    add(
        Fault.NO_CREDENTIALS,
        "client, where a key is demanded",
        keyless,
        Expected.of(401, "PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT"));
    add(
        Fault.NO_CREDENTIALS,
        "client on a branch",
        typed("client").with("x-stack-branch-id", "other"),
        Expected.of(401, "PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT"));
    add(Fault.WRONG_CREDENTIALS, "server", typed("server").with(SERVER_KEY, "ssk_x"), server);
    add(Fault.WRONG_CREDENTIALS, "admin", typed("admin").with(ADMIN_KEY, "sak_x"), admin);
    add(Fault.WRONG_CREDENTIALS, "client", typed("client").with(CLIENT_KEY, "pck_x"), client);
    add(
        Fault.ANOTHER_PROJECTS_CREDENTIALS,
        "server",
        typed("server").with(SERVER_KEY, stage.other().stackAuth().secretServerKey()),
        server);
    add(
        Fault.ANOTHER_PROJECTS_CREDENTIALS,
        "admin",
        typed("admin").with(ADMIN_KEY, stage.other().stackAuth().superSecretAdminKey()),
        admin);
    add(
        Fault.ANOTHER_PROJECTS_CREDENTIALS,
        "client",
        typed("client").with(CLIENT_KEY, stage.other().stackAuth().publishableClientKey()),
        client);
  }

  private void rights() {
    List<String> types = route.accessTypes();
    if (types.isEmpty()) {
      return;
    }
    add(Fault.NO_CREDENTIALS, "", bare(), Expected.of(400, "ACCESS_TYPE_REQUIRED"));
    Map<String, Wire> callers = new TreeMap<>();
    callers.put("client", typed("client"));
    callers.put(
        "server", typed("server").with(SERVER_KEY, stage.own().stackAuth().secretServerKey()));
    callers.forEach(
        (type, wire) -> {
          if (!types.contains(type)) {
            List<String> words = new ArrayList<>(types);
            words.add("\"actual_access_type\": \"" + type + '"');
            add(
                Fault.TOO_FEW_RIGHTS,
                type,
                wire,
                new Expected(401, "INSUFFICIENT_ACCESS_TYPE", words));
          }
        });
  }

  private void form() {
    if (route.needsUser()) {
      add(
          Fault.NO_CREDENTIALS,
          "user",
          admin(),
          Expected.of(400, "SCHEMA_ERROR", "auth.user must be defined"));
    }
    for (String header : route.requiredHeaders()) {
      add(
          Fault.MISSING,
          header,
          right().without(header),
          schemaError("headers." + header + " must be defined"));
    }
    query();
    if (route.hasBody() && hasBody()) {
      body();
    }
  }

  private void query() {
    List<JsonNode> parameters = route.parameters("query");
    for (JsonNode parameter : parameters) {
      String name = parameter.path("name").asText();
      JsonNode schema = parameter.path("schema");
      if (parameter.path("required").asBoolean()) {
        asked(Fault.MISSING, name, "", schemaError("query." + name + " must be defined"));
      }
      BrokenField.values(schema)
          .forEach(
              (fault, value) -> {
                // A query holds texts only: there is neither null nor an object in it.
                if (fault != Fault.NULL && value.isValueNode()) {
                  String sent = URLEncoder.encode(value.asText(), StandardCharsets.UTF_8);
                  asked(
                      fault,
                      name,
                      name + "=" + sent,
                      schemaError("query." + name + " " + words(fault, schema)));
                }
              });
    }
    // The document of an authorization request may hold what other parties put there.
    if (!parameters.isEmpty() && !route.id().equals("stackauth.oauth.authorize")) {
      asked(
          Fault.UNKNOWN_FIELD,
          "query",
          BrokenField.UNKNOWN + "=1",
          schemaError("query contains unknown properties: " + BrokenField.UNKNOWN));
    }
  }

  private void asked(Fault fault, String what, String query, Expected expected) {
    requests.add(
        new BadRequest(
            route,
            fault,
            what,
            right(),
            route.method(),
            query.isEmpty() ? path() : path() + "?" + query,
            "",
            expected));
  }

  private void body() {
    Wire json = right().with("content-type", "application/json");
    raw(Fault.EMPTY_BODY, "without type", right(), "", schemaError("body must be defined"));
    raw(Fault.NULL, "body", json, "null", schemaError("body cannot be null"));
    for (String other : List.of("[]", "\"x\"", "7")) {
      raw(Fault.NOT_AN_OBJECT, other, json, other, schemaError("body must be a `object` type"));
    }
    raw(
        Fault.NOT_AN_OBJECT,
        "text/plain",
        right().with("content-type", "text/plain"),
        "{}",
        schemaError("body must be a `object` type"));
    for (BrokenField broken : BrokenField.all(route.body(), sample)) {
      boolean unknown = broken.fault() == Fault.UNKNOWN_FIELD;
      if (!unknown || broken.schema().has("additionalProperties")) {
        String place = broken.field().isEmpty() ? "body" : "body." + broken.field();
        raw(
            broken.fault(),
            broken.field(),
            json,
            Json.write(broken.object()),
            schemaError(place + " " + words(broken.fault(), broken.schema())));
      }
    }
  }

  private Expected schemaError(String problem) {
    return Expected.of(
        400,
        "SCHEMA_ERROR",
        Json.write(TextNode.valueOf(problem)).replaceAll("^\"|\"$", ""),
        "Request validation failed on " + route.method() + " " + path());
  }

  /** The validator's words for a problem. */
  private static String words(Fault fault, JsonNode schema) {
    return switch (fault) {
      case MISSING -> "must be defined";
      case NULL -> "cannot be null";
      case WRONG_TYPE ->
          "must be a `" + Sample.kind(schema).replace("integer", "number") + "` type";
      case OVER_LONG -> {
        boolean exact = schema.path("maxLength").equals(schema.path("minLength"));
        yield "must be " + (exact ? "exactly " : "at most ") + schema.path("maxLength").asText();
      }
      case OUT_OF_RANGE -> "must be less than or equal to " + schema.path("maximum").asText();
      case UNLISTED_VALUE ->
          "must be one of the following values: "
              + String.join(", ", DeclaredRoute.texts(schema.path("enum")));
      case WRONG_FORM -> form(schema);
      case UNKNOWN_FIELD -> "contains unknown properties: " + BrokenField.UNKNOWN;
      default -> throw new IllegalArgumentException(fault.words());
    };
  }

  private static String form(JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "email" -> "must be a valid email";
      case "uuid" -> "must be a valid UUID";
      case "uri" -> "is not a valid URL";
      default -> "must match the following: \"/";
    };
  }
}
