package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.post;
import static dev.keyway.emulator.internal.stackauth.TeamWire.team;
import static dev.keyway.emulator.internal.stackauth.TeamWire.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every route of teams and permissions refuses, and what of it first. */
@ExtendWith(EmulatorExtension.class)
class TeamNegativeTest {
  private static final String ID = "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";
  private static final String CODE = "0".repeat(45);
  private static final String UUID = "must be a valid UUID";

  private final World world;

  TeamNegativeTest(World world) {
    this.world = world;
  }

  /** Who may call: anybody with an access type, servers, administrators. */
  private enum Access {
    ANY,
    SERVER,
    ADMIN
  }

  /**
   * A route.
   *
   * @param crud whether it declares its query, so that an unknown parameter is refused
   * @param body a body in form; empty if it takes none
   */
  private record Route(String method, String path, Access access, boolean crud, String body) {
    Wire.Reply send(Wire wire) throws Exception {
      return send(wire, path, body);
    }

    Wire.Reply send(Wire wire, String where, String json) throws Exception {
      Wire typed = json.isEmpty() ? wire : wire.with("content-type", "application/json");
      return typed.send(method, where, json.replace('\'', '"'));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static Route any(String method, String path, String body) {
    return new Route(method, path, Access.ANY, true, body);
  }

  private static Route open(String method, String path, String body) {
    return new Route(method, path, Access.ANY, false, body);
  }

  private static Route server(String method, String path, String body) {
    return new Route(method, path, Access.SERVER, true, body);
  }

  private static Route admin(String method, String path, String body) {
    return new Route(method, path, Access.ADMIN, true, body);
  }

  static List<Route> routes() {
    String code = "{'code':'" + CODE + "'}";
    String member = "/" + ID + "/" + ID;
    return List.of(
        any("GET", "/teams", ""),
        any("POST", "/teams", "{'display_name':'A'}"),
        any("GET", "/teams/" + ID, ""),
        any("PATCH", "/teams/" + ID, "{}"),
        any("DELETE", "/teams/" + ID, ""),
        server("POST", "/team-memberships" + member, "{}"),
        any("DELETE", "/team-memberships" + member, ""),
        any("GET", "/team-member-profiles", ""),
        any("GET", "/team-member-profiles" + member, ""),
        any("PATCH", "/team-member-profiles" + member, "{}"),
        any("GET", "/team-invitations", ""),
        any("DELETE", "/team-invitations/" + ID, ""),
        open(
            "POST",
            "/team-invitations/send-code",
            "{'team_id':'" + ID + "','email':'a@b','callback_url':'http://localhost'}"),
        open("POST", "/team-invitations/accept", code),
        open("POST", "/team-invitations/accept/check-code", code),
        open("POST", "/team-invitations/accept/details", code),
        any("POST", "/team-invitations/" + ID + "/accept?user_id=" + ID, ""),
        any("GET", "/team-permissions", ""),
        server("POST", "/team-permissions" + member + "/a", "{}"),
        server("DELETE", "/team-permissions" + member + "/a", ""),
        any("GET", "/project-permissions", ""),
        server("POST", "/project-permissions/" + ID + "/a", "{}"),
        server("DELETE", "/project-permissions/" + ID + "/a", ""),
        admin("GET", "/team-permission-definitions", ""),
        admin("POST", "/team-permission-definitions", "{'id':'a'}"),
        admin("PATCH", "/team-permission-definitions/a", "{}"),
        admin("DELETE", "/team-permission-definitions/a", ""),
        admin("GET", "/project-permission-definitions", ""),
        admin("POST", "/project-permission-definitions", "{'id':'a'}"),
        admin("PATCH", "/project-permission-definitions/a", "{}"),
        admin("DELETE", "/project-permission-definitions/a", ""));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void credentialsAreJudgedBeforeTheRequest(Route route) throws Exception {
    Wire bare = Wire.to(URI.create(world.stackAuth().baseUrl() + "/api/v1"));
    Route broken =
        new Route(
            route.method(),
            route.path() + (route.path().contains("?") ? "&" : "?") + "nonsense=1",
            route.access(),
            route.crud(),
            route.body().isEmpty() ? "" : "{'nonsense':1}");

    assertEquals("400 ACCESS_TYPE_REQUIRED", told(broken.send(bare)));
    assertEquals(
        "401 INVALID_SECRET_SERVER_KEY",
        told(broken.send(Wire.stackServer(world).with("x-stack-secret-server-key", "ssk_wrong"))));
    assertEquals(
        "400 CURRENT_PROJECT_NOT_FOUND",
        told(broken.send(Wire.stackServer(world).with("x-stack-project-id", ID))));
    assertEquals(
        "401 UNPARSABLE_ACCESS_TOKEN",
        told(broken.send(Wire.stackClient(world).with("x-stack-access-token", "no"))));
    if (!route.body().isEmpty()) {
      assertEquals(
          "400 BODY_PARSING_ERROR", told(route.send(bare, route.path(), "{")), "first of all");
    }
    if (route.access() != Access.ANY) {
      Wire.Reply refused = broken.send(Wire.stackClient(world));
      assertEquals("401 INSUFFICIENT_ACCESS_TYPE", told(refused));
      assertEquals(
          route.access() == Access.ADMIN ? "[\"admin\"]" : "[\"server\",\"admin\"]",
          refused.json().at("/details/allowed_access_types").toString());
    }
    if (route.access() == Access.ADMIN) {
      assertEquals("401 INSUFFICIENT_ACCESS_TYPE", told(broken.send(Wire.stackServer(world))));
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void formIsJudgedBeforeTheMatter(Route route) throws Exception {
    Wire wire = TeamWire.admin(world);
    if (route.crud()) {
      String more = route.path() + (route.path().contains("?") ? "&" : "?") + "nonsense=1";
      assertTrue(
          route
              .send(wire, more, route.body())
              .at("error")
              .contains("query contains unknown properties: nonsense"));
    }
    if (!route.body().isEmpty()) {
      assertTrue(route.send(wire, route.path(), "").at("error").contains("body must be defined"));
      assertTrue(
          route.send(wire, route.path(), "null").at("error").contains("body cannot be null"));
      assertTrue(
          route
              .send(wire, route.path(), "[]")
              .at("error")
              .contains("body must be a `object` type"));
      assertTrue(
          route
              .send(wire, route.path(), "{'nonsense':1}")
              .at("error")
              .contains("body contains unknown properties: nonsense"));
    }
  }

  static Stream<Arguments> fields() {
    String team = "/teams";
    String profile = "/team-member-profiles/" + ID + "/" + ID;
    String send = "/team-invitations/send-code";
    String accept = "/team-invitations/accept";
    String definition = "/team-permission-definitions";
    String long257 = "'" + "x".repeat(257) + "'";
    return Stream.of(
        arguments("POST", team, "{}", "body.display_name must be defined"),
        arguments("POST", team, "{'display_name':null}", "body.display_name cannot be null"),
        arguments("POST", team, "{'display_name':[]}", "body.display_name must be a `string` type"),
        arguments(
            "POST",
            team,
            "{'display_name':" + long257 + "}",
            "body.display_name must be at most 256 characters"),
        arguments(
            "POST",
            team,
            "{'display_name':'a','profile_image_url':'no url'}",
            "body.profile_image_url contains spaces"),
        arguments(
            "POST", team, "{'display_name':'a','creator_user_id':'x'}", "creator_user_id " + UUID),
        arguments("PATCH", team + "/" + ID, "{'display_name':null}", "display_name cannot be null"),
        arguments(
            "PATCH", team + "/" + ID, "{'creator_user_id':'me'}", "properties: creator_user_id"),
        arguments("PATCH", profile, "{'display_name':{}}", "display_name must be a `string` type"),
        arguments(
            "PATCH",
            profile,
            "{'display_name':" + long257 + "}",
            "body.display_name must be at most 256 characters"),
        arguments("POST", send, "{}", "body.team_id must be defined"),
        arguments("POST", send, "{'team_id':'x'}", "body.team_id " + UUID),
        arguments("POST", send, "{'email':'x'}", "body.email must be a valid email"),
        arguments("POST", send, "{'callback_url':'x'}", "body.callback_url is not a valid URL"),
        arguments("POST", accept, "{'code':'x'}", "body.code must be exactly 45 characters"),
        arguments("POST", accept + "/details", "{}", "body.code must be defined"),
        arguments("POST", accept + "/check-code", "{'code':null}", "body.code cannot be null"),
        arguments(
            "POST", definition, "{'id':'A'}", "body.id must match the following: \"/^\\$?[a-z"),
        arguments(
            "POST",
            definition,
            "{'id':'a','contained_permission_ids':'b'}",
            "body.contained_permission_ids must be a `array` type"),
        arguments(
            "PATCH", definition + "/a", "{'description':{}}", "description must be a `string`"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void fieldsAreInForm(String method, String path, String body, String problem) throws Exception {
    Wire.Reply reply =
        TeamWire.admin(world)
            .with("content-type", "application/json")
            .send(method, path, body.replace('\'', '"'));

    assertEquals("400 SCHEMA_ERROR", told(reply));
    assertTrue(reply.at("error").contains(problem), reply.text());
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void parametersAreInForm(String path, String problem) throws Exception {
    Wire.Reply reply = Wire.stackServer(world).get(path);

    assertEquals("400 SCHEMA_ERROR", told(reply));
    assertTrue(reply.at("error").contains(problem), reply.text());
  }

  static Stream<Arguments> parameters() {
    return Stream.of(
        arguments("/teams?user_id=x", "query.user_id " + UUID),
        arguments("/team-member-profiles?team_id=x", "query.team_id " + UUID),
        arguments("/team-member-profiles?user_id=x", "query.user_id " + UUID),
        arguments("/team-invitations?team_id=me", "query.team_id " + UUID),
        arguments("/team-permissions?team_id=x", "query.team_id " + UUID),
        arguments("/team-permissions?recursive=1", "one of the following values: true, false"),
        arguments("/project-permissions?permission_id=A-B", "query.permission_id must match"));
  }

  @Test
  void anIdOfAnotherProjectIsUnknown() throws Exception {
    try (AuthEmulator emulator = AuthEmulator.start();
        World other = emulator.newWorld()) {
      String theirs = team(other, "Theirs");
      SignedIn eve = SignedIn.up(other, "eve@example.com");
      String ours = team(world, "Ours");
      Wire server = Wire.stackServer(world);

      assertEquals("404 TEAM_NOT_FOUND", told(server.get("/teams/" + theirs)));
      assertEquals(
          "404 USER_NOT_FOUND",
          told(post(server, "/team-memberships/" + ours + "/" + eve.userId(), "{}")));
      assertEquals("404 TEAM_NOT_FOUND", told(server.get("/team-invitations?team_id=" + theirs)));
      assertEquals(
          "404 TEAM_NOT_FOUND", told(server.get("/team-member-profiles?team_id=" + theirs)));
      assertEquals(
          "404 USER_NOT_FOUND",
          told(post(server, "/project-permissions/" + eve.userId() + "/a", "{}")));
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void meIsSomebodyOnTheRequest(Route route) throws Exception {
    String path = route.path();
    boolean member = path.matches("/(team-(memberships|member-profiles|permissions)/.*)");
    String me =
        member
            ? path.replaceFirst("^(/[^/]+/[^/]+/)[^/]+", "$1me")
            : path.replaceFirst("^(/project-permissions/)[^/]+", "$1me")
                .replaceFirst("user_id=.*", "user_id=me");
    if (!me.equals(path)) {
      assertEquals(
          "400 CANNOT_GET_OWN_USER_WITHOUT_USER",
          told(route.send(Wire.stackServer(world), me, route.body())));
      assertEquals(
          "404 " + (path.contains("/accept") ? "VERIFICATION_CODE_NOT_FOUND" : "USER_NOT_FOUND"),
          told(route.send(Wire.stackServer(world), path, route.body())),
          "an id of nobody");
    }
  }
}
