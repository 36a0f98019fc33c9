package dev.keyway.emulator.declared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.declared.BadRequest.Expected;
import dev.keyway.emulator.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Stytch answers to a request of its routes that is wrong, in the order in which the service
 * looks: route and method, credentials, content type, form of the body. Each request has something
 * wrong that comes later as well, so that the order shows.
 */
final class StytchOrder {
  private static final Expected REFUSED = Expected.of(401, "unauthorized_credentials");
  private static final String NO_PROJECT = "project-test-6b657977-6179-4c64-9a53-4b1d2a7c0f11";
  private static final String LIVE = "project-live-6b657977-6179-4c64-9a53-4b1d2a7c0f11";

  /** Words that a route takes no others for, though it does not declare them. */
  private static final Sample SAMPLE =
      new Sample(Map.of("response_type", "code", "operator", "AND"));

  private final List<DeclaredRoute> routes;
  private final Stage stage;
  private final DeclaredRoute route;
  private final List<BadRequest> requests = new ArrayList<>();

  private StytchOrder(List<DeclaredRoute> routes, Stage stage, DeclaredRoute route) {
    this.routes = routes;
    this.stage = stage;
    this.route = route;
  }

  /** All wrong requests to one of the routes. */
  static List<BadRequest> of(List<DeclaredRoute> routes, Stage stage, DeclaredRoute route) {
    StytchOrder order = new StytchOrder(routes, stage, route);
    order.methods();
    order.credentials();
    if (route.method().equals("POST") || route.method().equals("PUT")) {
      order.bodies();
      order.fields();
    }
    return order.requests;
  }

  private String path() {
    return route.path(
        name ->
            name.equals("project_id")
                ? stage.own().stytch().projectId()
                : "6b657977-6179-4c64-9a53-4b1d2a7c0f11");
  }

  private Wire bare() {
    return Wire.to(stage.own().stytch().baseUrl());
  }

  private Wire right() {
    return route.guarded() ? Wire.stytch(stage.own()) : bare();
  }

  private void add(Fault fault, String what, Wire wire, String body, Expected expected) {
    requests.add(new BadRequest(route, fault, what, wire, route.method(), path(), body, expected));
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
                Expected.of(405, "method_not_allowed")));
      }
    }
  }

  private void credentials() {
    World own = stage.own();
    World other = stage.other();
    String id = own.stytch().projectId();
    String secret = own.stytch().secret();
    refused(
        Fault.WRONG_CREDENTIALS,
        "live",
        bare().basic(LIVE, "secret-live-x"),
        Expected.of(400, "live_id_used_in_test_environment"));
    if (!route.guarded()) {
      return;
    }
    refused(Fault.NO_CREDENTIALS, "", bare(), REFUSED);
    refused(
        Fault.INCOMPLETE_CREDENTIALS,
        "no colon",
        bare().with("authorization", "Basic cHJvamVjdA=="),
        REFUSED);
    refused(
        Fault.INCOMPLETE_CREDENTIALS,
        "not in base 64",
        bare().with("authorization", "Basic ?"),
        REFUSED);
    refused(Fault.INCOMPLETE_CREDENTIALS, "no secret", bare().basic(id, ""), REFUSED);
    refused(Fault.WRONG_CREDENTIALS, "scheme", bare().with("authorization", "Bearer x"), REFUSED);
    refused(Fault.WRONG_CREDENTIALS, "secret", bare().basic(id, secret + "x"), REFUSED);
    refused(Fault.WRONG_CREDENTIALS, "project", bare().basic(NO_PROJECT, secret), REFUSED);
    refused(
        Fault.ANOTHER_PROJECTS_CREDENTIALS,
        "secret",
        bare().basic(id, other.stytch().secret()),
        REFUSED);
    refused(
        Fault.ANOTHER_PROJECTS_CREDENTIALS,
        "project",
        bare().basic(other.stytch().projectId(), secret),
        REFUSED);
  }

  /** With a body that is no JSON, of a type that is none either: credentials come first. */
  private void refused(Fault fault, String what, Wire wire, Expected expected) {
    boolean body = route.method().equals("POST") || route.method().equals("PUT");
    add(
        fault,
        what,
        body ? wire.with("content-type", "text/plain") : wire,
        body ? "{" : "",
        expected);
  }

  private void bodies() {
    Wire json = right().with("content-type", "application/json");
    add(Fault.WRONG_CONTENT_TYPE, "none", right(), "{", badRequest());
    for (String type :
        List.of("text/plain", "application/json; charset=utf-8", "multipart/form-data")) {
      add(Fault.WRONG_CONTENT_TYPE, type, right().with("content-type", type), "{", badRequest());
    }
    add(Fault.BROKEN_JSON, "", json, "{\"a\":", badRequest());
    add(Fault.BROKEN_JSON, "more behind it", json, "{} {}", badRequest());
    add(Fault.BROKEN_JSON, "no number of JSON's", json, "{\"a\":1e400}", badRequest());
    for (String other : List.of("null", "[]", "\"x\"", "7")) {
      add(Fault.NOT_AN_OBJECT, other, json, other, badRequest());
    }
    boolean incomplete = route.body().path("required").size() > 0;
    Expected empty = incomplete ? badRequest() : Expected.ANY_DECLARED;
    add(Fault.EMPTY_BODY, "", json, "", empty);
    add(Fault.EMPTY_BODY, "without type", right(), "", empty);
  }

  private void fields() {
    Wire json = right().with("content-type", "application/json");
    for (BrokenField broken : BrokenField.all(route.body(), SAMPLE)) {
      add(broken.fault(), broken.field(), json, Json.write(broken.object()), expected(broken));
    }
    for (Map.Entry<String, JsonNode> field : route.body().path("properties").properties()) {
      if (Sample.kind(field.getValue()).equals("string")) {
        add(
            Fault.OVER_LONG,
            field.getKey(),
            json,
            Json.write(SAMPLE.object(route.body()).put(field.getKey(), "a".repeat(50_000))),
            Expected.ANY_DECLARED);
      }
    }
  }

  /** An endpoint of OAuth 2.0 has the code of RFC 6749 for a request that is out of form. */
  private Expected badRequest(String... words) {
    boolean oauth = route.errors().contains("400 invalid_request");
    return Expected.of(400, oauth ? "invalid_request" : "bad_request", words);
  }

  private Expected expected(BrokenField broken) {
    String field = "The field " + broken.field().replaceFirst("\\[0]$", "");
    // Null is nothing.
    boolean absent =
        broken.fault() == Fault.MISSING || (broken.fault() == Fault.NULL && broken.required());
    if (absent) {
      return badRequest(field + " is required");
    }
    return broken.fault() == Fault.WRONG_TYPE
        ? badRequest(field + " must be ")
        : Expected.anyBut(badRequest().code());
  }
}
