package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.delete;
import static dev.keyway.emulator.internal.stackauth.TeamWire.join;
import static dev.keyway.emulator.internal.stackauth.TeamWire.patch;
import static dev.keyway.emulator.internal.stackauth.TeamWire.post;
import static dev.keyway.emulator.internal.stackauth.TeamWire.team;
import static dev.keyway.emulator.internal.stackauth.TeamWire.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Checkpoint;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class TeamRoutesTest {
  private static final String NO_TEAM = "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";
  private static final String PICTURE = "data:image/png;base64,AAAA";

  private final World world;
  private final Wire server;

  TeamRoutesTest(World world) {
    this.world = world;
    this.server = Wire.stackServer(world);
    world.stackAuth().configure(settings -> settings.clientTeamCreationEnabled(true));
  }

  private static List<String> fields(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> names(Wire.Reply list) {
    return list.json().path("items").findValuesAsText("display_name");
  }

  @Test
  void clientsSeeLessOfATeamThanServers() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");

    Wire.Reply made =
        post(
            ada.wire(),
            "/teams",
            "{'display_name':'A','client_metadata':{'a':1},'profile_image_url':'"
                + PICTURE
                + "','creator_user_id':'me'}");

    assertEquals(201, made.status());
    assertEquals(
        List.of(
            "id",
            "display_name",
            "profile_image_url",
            "client_metadata",
            "client_read_only_metadata"),
        fields(made.json()));
    assertEquals(made.json(), ada.wire().get("/teams/" + made.at("id")).json());
    JsonNode seen = server.get("/teams/" + made.at("id")).json();
    assertEquals(
        List.of(
            "id",
            "display_name",
            "profile_image_url",
            "client_metadata",
            "client_read_only_metadata",
            "created_at_millis",
            "server_metadata"),
        fields(seen));
    assertEquals(1, seen.at("/client_metadata/a").intValue());
    assertTrue(seen.path("profile_image_url").asText().contains("/_emulator/pictures/"), "a URL");
    assertTrue(seen.path("created_at_millis").longValue() > 1_000_000_000_000L);
    assertTrue(seen.path("server_metadata").isNull());
  }

  @Test
  void metadataBelongsToWhoMayWriteIt() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String id = post(ada.wire(), "/teams", "{'display_name':'A'}").at("id");
    String trusted = "{'server_metadata':1,'client_read_only_metadata':[2]}";

    assertTrue(
        patch(ada.wire(), "/teams/" + id, trusted)
            .at("error")
            .endsWith("unknown properties: server_metadata, client_read_only_metadata"));
    JsonNode changed = patch(server, "/teams/" + id, trusted).json();
    assertEquals(1, changed.path("server_metadata").intValue());
    assertEquals("A", changed.path("display_name").asText());
    JsonNode seen = patch(ada.wire(), "/teams/" + id, "{'display_name':'B'}").json();
    assertEquals(2, seen.at("/client_read_only_metadata/0").intValue());
    assertEquals("B", seen.path("display_name").asText());
    assertTrue(
        patch(server, "/teams/" + id, "{'server_metadata':null}")
            .json()
            .path("server_metadata")
            .isNull());
  }

  @Test
  void makingATeamIsRefusedInTheServicesOrder() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    Wire nobody = Wire.stackClient(world);
    String body = "{'display_name':'A'%s}";

    assertEquals(
        "400 CANNOT_GET_OWN_USER_WITHOUT_USER",
        told(post(nobody, "/teams", body.formatted(",'creator_user_id':'me'"))));
    assertTrue(
        told(post(
                nobody,
                "/teams?add_current_user=true",
                body.formatted(",'creator_user_id':'" + NO_TEAM + "'")))
            .startsWith("400 Cannot use both creator_user_id and add_current_user."));
    assertEquals(
        "401 USER_AUTHENTICATION_REQUIRED", told(post(nobody, "/teams", body.formatted(""))));
    world.stackAuth().configure(settings -> settings.clientTeamCreationEnabled(false));
    String wrong = body.formatted(",'creator_user_id':'" + NO_TEAM + "','profile_image_url':'x'");
    assertEquals(
        "403 Client team creation is disabled for this project",
        told(post(ada.wire(), "/teams", wrong)));
    world.stackAuth().configure(settings -> settings.clientTeamCreationEnabled(true));
    assertEquals("400 Invalid profile image URL", told(post(ada.wire(), "/teams", wrong)));
    assertTrue(
        told(post(ada.wire(), "/teams", wrong.replace("'x'", "null")))
            .startsWith("403 You cannot create a team as a user that is not yourself."));
    assertEquals("404 USER_NOT_FOUND", told(post(server, "/teams", wrong.replace("'x'", "null"))));
    assertTrue(
        told(post(server, "/teams?add_current_user=true", body.formatted("")))
            .startsWith("401 You must be logged in"));
    assertEquals(List.of(), names(server.get("/teams")));
  }

  @Test
  void aServersTeamHasAMemberOnlyWhereItNamesOne() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    Wire acting = server.with("x-stack-access-token", ada.accessToken());
    post(server, "/teams", "{'display_name':'nobody'}");
    post(acting, "/teams", "{'display_name':'still nobody'}");
    post(acting, "/teams", "{'display_name':'me','creator_user_id':'me'}");
    post(acting, "/teams?add_current_user=true", "{'display_name':'deprecated'}");
    post(server, "/teams", "{'display_name':'named','creator_user_id':'" + ada.userId() + "'}");

    assertEquals(List.of("me", "deprecated", "named"), names(ada.wire().get("/teams?user_id=me")));
    assertEquals(5, names(server.get("/teams")).size());
    assertEquals(3, names(server.get("/teams?user_id=" + ada.userId())).size());
  }

  @Test
  void clientsListTheirOwnTeamsOnly() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String refusal =
        "403 Client can only list teams for their own user. user_id must be either \"me\" or the ID"
            + " of the current user";

    assertEquals(refusal, told(ada.wire().get("/teams")));
    assertEquals(refusal, told(ada.wire().get("/teams?user_id=" + NO_TEAM)));
    assertEquals(
        "400 CANNOT_GET_OWN_USER_WITHOUT_USER", told(Wire.stackClient(world).get("/teams")));
  }

  @Test
  void teamsAreListedOldestFirst() throws Exception {
    for (String name : List.of("B", "A", "C")) {
      team(world, name);
      world.clock().advance(Duration.ofSeconds(1));
    }

    Wire.Reply list = server.get("/teams");

    assertEquals(List.of("B", "A", "C"), names(list));
    assertEquals(List.of("items", "is_paginated"), fields(list.json()));
    assertTrue(!list.json().path("is_paginated").booleanValue());
  }

  @Test
  void whoIsNotInATeamCannotTellWhetherItExists() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String id = team(world, "A");
    for (String path : List.of("/teams/" + id, "/teams/" + NO_TEAM)) {
      assertEquals("404 TEAM_MEMBERSHIP_NOT_FOUND", told(ada.wire().get(path)));
      assertEquals("404 TEAM_MEMBERSHIP_NOT_FOUND", told(patch(ada.wire(), path, "{}")));
      assertEquals("404 TEAM_MEMBERSHIP_NOT_FOUND", told(delete(ada.wire(), path)));
      Wire nobody = Wire.stackClient(world);
      assertEquals("401 USER_AUTHENTICATION_REQUIRED", told(nobody.get(path)));
      assertEquals("401 USER_AUTHENTICATION_REQUIRED", told(patch(nobody, path, "{}")));
      assertEquals("401 USER_AUTHENTICATION_REQUIRED", told(delete(nobody, path)));
      assertEquals(
          "400 Invalid profile image URL",
          told(patch(nobody, path, "{'profile_image_url':'https://example.com/a.png'}")));
    }

    JsonNode details = ada.wire().get("/teams/" + id).json().path("details");
    assertEquals(List.of("team_id", "user_id"), fields(details));
    assertEquals("404 TEAM_NOT_FOUND", told(server.get("/teams/" + NO_TEAM)));
    assertEquals("404 TEAM_NOT_FOUND", told(patch(server, "/teams/" + NO_TEAM, "{}")));
    assertEquals("404 TEAM_NOT_FOUND", told(delete(server, "/teams/" + NO_TEAM)));
  }

  @Test
  void membershipsAreRefusedInTheServicesOrder() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    String id = team(world, "A");
    String path = "/team-memberships/%s/%s";

    assertEquals("404 USER_NOT_FOUND", told(post(server, path.formatted(NO_TEAM, NO_TEAM), "{}")));
    assertEquals(
        "404 TEAM_NOT_FOUND", told(post(server, path.formatted(NO_TEAM, ada.userId()), "{}")));
    assertEquals(
        "400 CANNOT_GET_OWN_USER_WITHOUT_USER", told(post(server, path.formatted(id, "me"), "{}")));
    assertEquals(
        "401 INSUFFICIENT_ACCESS_TYPE", told(post(ada.wire(), path.formatted(id, "me"), "{}")));
    Wire.Reply joined = post(server, path.formatted(id, ada.userId()), "{}");
    assertEquals(201, joined.status());
    assertEquals(List.of("team_id", "user_id"), fields(joined.json()));
    assertEquals(
        "409 TEAM_MEMBERSHIP_ALREADY_EXISTS",
        told(post(server, path.formatted(id, ada.userId()), "{}")));

    assertEquals(
        "404 TEAM_MEMBERSHIP_NOT_FOUND",
        told(delete(bob.wire(), path.formatted(id, ada.userId()))));
    join(world, id, bob);
    assertEquals(
        "401 TEAM_PERMISSION_REQUIRED", told(delete(bob.wire(), path.formatted(id, ada.userId()))));
    assertEquals(
        "400 CANNOT_GET_OWN_USER_WITHOUT_USER",
        told(delete(Wire.stackClient(world), path.formatted(id, ada.userId()))));
    assertEquals("404 USER_NOT_FOUND", told(delete(server, path.formatted(id, NO_TEAM))));
    assertEquals(
        "{\"success\":true}", delete(ada.wire(), path.formatted(id, "me")).text(), "leaving");
    assertEquals(
        "404 TEAM_MEMBERSHIP_NOT_FOUND", told(delete(ada.wire(), path.formatted(id, "me"))));
  }

  @Test
  void theSelectedTeamIsOneOfTheUsers() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String id = team(world, "A");
    String select = "{'selected_team_id':'" + id.toUpperCase(Locale.ROOT) + "'}";

    Wire.Reply refused = patch(ada.wire(), "/users/me", select);
    assertEquals("404 TEAM_MEMBERSHIP_NOT_FOUND", told(refused));
    assertEquals(id, refused.json().at("/details/team_id").asText());
    join(world, id, ada);
    JsonNode seen = patch(ada.wire(), "/users/me", select).json();
    assertEquals(id, seen.path("selected_team_id").asText());
    assertEquals("A", seen.at("/selected_team/display_name").asText());
    assertTrue(seen.at("/selected_team/server_metadata").isMissingNode());
    assertTrue(
        server.get("/users/" + ada.userId()).json().at("/selected_team/server_metadata").isNull());

    seen = patch(ada.wire(), "/users/me", "{'selected_team_id':null}").json();
    assertTrue(seen.path("selected_team").isNull());
    patch(ada.wire(), "/users/me", select);
    delete(ada.wire(), "/team-memberships/" + id + "/me");
    assertTrue(ada.wire().get("/users/me").json().path("selected_team_id").isNull());
    join(world, id, ada);
    patch(ada.wire(), "/users/me", select);
    assertEquals("{\"success\":true}", delete(server, "/teams/" + id).text());
    seen = ada.wire().get("/users/me").json();
    assertTrue(seen.path("selected_team_id").isNull());
    assertTrue(seen.path("selected_team").isNull());
    assertEquals(List.of(), names(server.get("/teams?user_id=" + ada.userId())));
  }

  @Test
  void usersAreListedByTeam() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    SignedIn.up(world, "bob@example.com");
    String id = team(world, "A");
    join(world, id, ada);

    JsonNode users = server.get("/users?team_id=" + id).json().path("items");

    assertEquals(List.of("ada@example.com"), users.findValuesAsText("primary_email"));
    assertEquals(0, server.get("/users?team_id=" + NO_TEAM).json().path("items").size());
  }

  @Test
  void whoIsDeletedIsInNoTeamAnyMore() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String id = team(world, "A");
    join(world, id, ada);

    delete(server, "/users/" + ada.userId());

    assertEquals(0, server.get("/team-member-profiles?team_id=" + id).json().path("items").size());
    assertEquals(1, names(server.get("/teams")).size());
  }

  @Test
  void teamsGoWithCheckpointsAndResets() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String id = team(world, "A");
    Checkpoint before = world.checkpoint();
    join(world, id, ada);
    patch(server, "/teams/" + id, "{'display_name':'B'}");

    world.restore(before);
    assertEquals(List.of("A"), names(server.get("/teams")));
    assertEquals(0, server.get("/team-member-profiles").json().path("items").size());
    world.reset();
    assertEquals(List.of(), names(server.get("/teams")));
  }
}
