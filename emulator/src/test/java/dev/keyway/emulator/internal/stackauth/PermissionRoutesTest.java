package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.delete;
import static dev.keyway.emulator.internal.stackauth.TeamWire.grant;
import static dev.keyway.emulator.internal.stackauth.TeamWire.join;
import static dev.keyway.emulator.internal.stackauth.TeamWire.patch;
import static dev.keyway.emulator.internal.stackauth.TeamWire.post;
import static dev.keyway.emulator.internal.stackauth.TeamWire.team;
import static dev.keyway.emulator.internal.stackauth.TeamWire.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stackauth.StackAuthPermission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class PermissionRoutesTest {
  private static final String NOBODY = "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";

  private final World world;
  private final Wire server;
  private final Wire admin;

  PermissionRoutesTest(World world) {
    this.world = world;
    this.server = Wire.stackServer(world);
    this.admin = TeamWire.admin(world);
    world
        .stackAuth()
        .configure(
            settings ->
                settings
                    .clientTeamCreationEnabled(true)
                    .projectPermissions(
                        List.of(
                            new StackAuthPermission("read", null, List.of()),
                            new StackAuthPermission("write", "Writes", List.of("read")))));
  }

  private static List<String> ids(Wire.Reply list) {
    return list.json().path("items").findValuesAsText("id");
  }

  @Test
  void whoMakesATeamMayDoEverythingInIt() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    String team = post(ada.wire(), "/teams", "{'display_name':'A'}").at("id");
    join(world, team, bob);
    String asked = "/team-permissions?user_id=me&team_id=" + team;

    assertEquals(List.of("team_admin"), ids(ada.wire().get(asked)));
    assertEquals(
        List.of(
            "$delete_team",
            "$invite_members",
            "$manage_api_keys",
            "$read_members",
            "$remove_members",
            "$update_team",
            "team_admin"),
        ids(ada.wire().get(asked + "&recursive=true")));
    assertEquals(
        List.of("$invite_members", "$read_members", "team_member"),
        ids(bob.wire().get(asked + "&recursive=true")));
    assertEquals(
        List.of("$update_team"),
        ids(ada.wire().get(asked + "&recursive=true&permission_id=$update_team")));
    assertEquals(List.of(), ids(ada.wire().get(asked + "&permission_id=$update_team")));

    JsonNode refused = patch(bob.wire(), "/teams/" + team, "{}").json();
    assertEquals("TEAM_PERMISSION_REQUIRED", refused.path("code").asText());
    assertEquals("$update_team", refused.at("/details/permission_id").asText());
    assertEquals(
        "$delete_team",
        delete(bob.wire(), "/teams/" + team).json().at("/details/permission_id").asText());
    grant(world, team, bob, "$update_team");
    assertEquals(200, patch(bob.wire(), "/teams/" + team, "{}").status());
    assertEquals(
        200, delete(ada.wire(), "/team-memberships/" + team + "/" + bob.userId()).status());
    assertEquals(200, delete(ada.wire(), "/teams/" + team).status());
  }

  @Test
  void teamPermissionsAreGrantedToMembersOnly() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String team = team(world, "A");
    String path = "/team-permissions/" + team + "/%s/%s";

    assertEquals("404 USER_NOT_FOUND", told(post(server, path.formatted(NOBODY, "x"), "{}")));
    assertEquals(
        "404 TEAM_MEMBERSHIP_NOT_FOUND",
        told(post(server, path.formatted(ada.userId(), "x"), "{}")));
    assertEquals(
        "404 TEAM_MEMBERSHIP_NOT_FOUND", told(delete(server, path.formatted(ada.userId(), "x"))));
    join(world, team, ada);
    assertEquals(
        "404 PERMISSION_NOT_FOUND", told(post(server, path.formatted(ada.userId(), "x"), "{}")));
    JsonNode wrong = post(server, path.formatted(ada.userId(), "read"), "{}").json();
    assertEquals("WRONG_PERMISSION_SCOPE", wrong.path("code").asText());
    assertEquals("team", wrong.at("/details/expected_scope").asText());
    assertEquals("project", wrong.at("/details/actual_scope").asText());

    for (int i = 0; i < 2; i++) {
      Wire.Reply granted = post(server, path.formatted(ada.userId(), "team_admin"), "{}");
      assertEquals(201, granted.status());
      assertEquals(
          "{\"id\":\"team_admin\",\"user_id\":\"%s\",\"team_id\":\"%s\"}"
              .formatted(ada.userId(), team),
          granted.text());
    }
    assertEquals(List.of("team_admin", "team_member"), ids(server.get("/team-permissions")));
    assertEquals(
        "401 TEAM_PERMISSION_NOT_FOUND",
        told(delete(server, path.formatted(ada.userId(), "$update_team"))));
    assertEquals(
        "{\"success\":true}", delete(server, path.formatted(ada.userId(), "team_admin")).text());
    assertEquals(List.of("team_member"), ids(server.get("/team-permissions?team_id=" + team)));
  }

  @Test
  void projectPermissionsAreGrantedToUsers() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String path = "/project-permissions/%s/%s";

    assertEquals("404 USER_NOT_FOUND", told(post(server, path.formatted(NOBODY, "write"), "{}")));
    assertEquals(
        "404 PERMISSION_NOT_FOUND",
        told(post(server, path.formatted(ada.userId(), "$update_team"), "{}")));
    JsonNode wrong = post(server, path.formatted(ada.userId(), "team_admin"), "{}").json();
    assertEquals("project", wrong.at("/details/expected_scope").asText());
    assertEquals("team", wrong.at("/details/actual_scope").asText());
    assertEquals(
        "{\"id\":\"write\",\"user_id\":\"%s\"}".formatted(ada.userId()),
        post(server, path.formatted(ada.userId(), "write"), "{}").text());
    assertEquals(List.of("write"), ids(ada.wire().get("/project-permissions?user_id=me")));
    assertEquals(
        List.of("read", "write"),
        ids(ada.wire().get("/project-permissions?user_id=me&recursive=true")));
    assertEquals(
        "404 PERMISSION_NOT_FOUND", told(delete(server, path.formatted(ada.userId(), "read"))));
    assertEquals(200, delete(server, path.formatted(ada.userId(), "write")).status());
    assertEquals(List.of(), ids(server.get("/project-permissions")));
  }

  @Test
  void clientsListTheirOwnPermissionsOnly() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String refusal =
        "403 Client can only list permissions for their own user. user_id must be either \"me\" or"
            + " the ID of the current user";

    for (String path : List.of("/team-permissions", "/project-permissions")) {
      assertEquals(refusal, told(ada.wire().get(path)));
      assertEquals(refusal, told(ada.wire().get(path + "?user_id=" + NOBODY)));
      assertEquals("400 CANNOT_GET_OWN_USER_WITHOUT_USER", told(Wire.stackClient(world).get(path)));
      assertEquals("SCHEMA_ERROR", server.get(path + "?permission_id=A").at("code"));
      assertEquals("SCHEMA_ERROR", server.get(path + "?recursive=yes").at("code"));
      assertEquals(
          "401 INSUFFICIENT_ACCESS_TYPE",
          told(post(ada.wire(), path + (path.startsWith("/t") ? "/a" : "") + "/me/b", "{}")));
    }
  }

  @Test
  void newUsersGetWhatTheProjectSays() throws Exception {
    world.stackAuth().configure(settings -> settings.userPermissions("write", "gone"));

    SignedIn ada = SignedIn.up(world, "ada@example.com");
    post(server, "/users", "{}");
    Wire.stackClient(world).post("/auth/anonymous/sign-up");

    assertEquals(List.of("write"), ids(ada.wire().get("/project-permissions?user_id=me")));
    assertEquals(3, ids(server.get("/project-permissions")).size());
  }

  @Test
  void definitionsAreListedWithTheServicesOwn() throws Exception {
    JsonNode all = admin.get("/team-permission-definitions").json();

    assertEquals(8, all.path("items").size());
    assertEquals(
        "{\"id\":\"$delete_team\",\"description\":\"Delete the team\","
            + "\"contained_permission_ids\":[]}",
        all.at("/items/0").toString());
    assertEquals(List.of("read", "write"), ids(admin.get("/project-permission-definitions")));
    assertEquals("401 INSUFFICIENT_ACCESS_TYPE", told(server.get("/team-permission-definitions")));
  }

  @Test
  void aDefinitionIsMadeRenamedAndRemovedWithAllThatNamesIt() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String team = team(world, "A");
    join(world, team, ada);
    String path = "/team-permission-definitions";

    assertEquals(
        "{\"id\":\"x:1\",\"description\":null,\"contained_permission_ids\":"
            + "[\"$read_members\",\"team_member\"]}",
        post(admin, path, "{'id':'x:1','contained_permission_ids':['team_member','$read_members']}")
            .text());
    post(admin, path, "{'id':'y','description':'Y','contained_permission_ids':['x:1']}");
    grant(world, team, ada, "x:1");
    world.stackAuth().configure(s -> s.teamMemberPermissions("x:1"));

    JsonNode renamed = patch(admin, path + "/x:1", "{'id':'z'}").json();
    assertEquals(2, renamed.path("contained_permission_ids").size());
    String asked = "/team-permissions?user_id=me";
    assertEquals(List.of("team_member", "z"), ids(ada.wire().get(asked)));
    assertEquals(List.of("z"), world.stackAuth().settings().teamMemberPermissions());
    assertEquals(
        "z",
        admin.get(path).json().at("/items/8/contained_permission_ids/0").asText(),
        "y contains it");

    assertEquals("{\"success\":true}", delete(admin, path + "/z").text());
    assertEquals(List.of("team_member"), ids(ada.wire().get(asked)));
    assertEquals(List.of(), world.stackAuth().settings().teamMemberPermissions());
    assertEquals("[]", admin.get(path).json().at("/items/8/contained_permission_ids").toString());
  }

  @Test
  void definitionsAreRefusedInTheServicesOrder() throws Exception {
    String path = "/project-permission-definitions";

    assertEquals(
        "400 PERMISSION_ID_ALREADY_EXISTS",
        told(post(admin, path, "{'id':'team_admin','contained_permission_ids':['no']}")));
    assertEquals(
        "400 PERMISSION_ID_ALREADY_EXISTS", told(post(admin, path, "{'id':'$update_team'}")));
    Wire.Reply unknown =
        post(admin, path, "{'id':'new','contained_permission_ids':['$update_team']}");
    assertEquals("400 CONTAINED_PERMISSION_NOT_FOUND", told(unknown));
    assertEquals("$update_team", unknown.json().at("/details/permission_id").asText());
    assertEquals(
        "404 PERMISSION_NOT_FOUND", told(patch(admin, path + "/team_admin", "{'id':'write'}")));
    assertEquals(
        "400 PERMISSION_ID_ALREADY_EXISTS",
        told(patch(admin, path + "/read", "{'id':'write','contained_permission_ids':['no']}")));
    assertEquals(
        "400 CONTAINED_PERMISSION_NOT_FOUND",
        told(patch(admin, path + "/read", "{'id':'read','contained_permission_ids':['no']}")));
    assertEquals("404 PERMISSION_NOT_FOUND", told(delete(admin, path + "/no")));
    for (String body : List.of("{}", "{'id':'Big'}", "{'id':'a','more':1}", "{'id':null}")) {
      assertEquals("SCHEMA_ERROR", post(admin, path, body).at("code"), body);
    }
  }

  @Test
  void administratorsChooseWhatIsGranted() throws Exception {
    JsonNode config = admin.get("/internal/projects/current").json().path("config");
    assertEquals(
        "[{\"id\":\"team_admin\"}]", config.path("team_creator_default_permissions").toString());
    assertEquals(
        "[{\"id\":\"team_member\"}]", config.path("team_member_default_permissions").toString());
    assertEquals("[]", config.path("user_default_permissions").toString());

    patch(
        admin,
        "/internal/projects/current",
        "{'config':{'team_member_default_permissions':[{'id':'team_admin'}],"
            + "'user_default_permissions':[{'id':'read'}]}}");

    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String team = team(world, "A");
    join(world, team, ada);
    assertEquals(List.of("team_admin"), ids(ada.wire().get("/team-permissions?user_id=me")));
    assertEquals(List.of("read"), ids(ada.wire().get("/project-permissions?user_id=me")));
    assertEquals(List.of("team_admin"), world.stackAuth().settings().teamCreatorPermissions());
  }
}
