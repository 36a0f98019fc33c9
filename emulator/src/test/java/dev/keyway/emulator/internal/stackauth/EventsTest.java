package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.delete;
import static dev.keyway.emulator.internal.stackauth.TeamWire.patch;
import static dev.keyway.emulator.internal.stackauth.TeamWire.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class EventsTest {
  private static final String ADA = "ada@example.com";

  private final World world;
  private final Wire server;

  EventsTest(World world) {
    this.world = world;
    this.server = Wire.stackServer(world);
  }

  /** What was sent since the last call, in order. */
  private List<String> types() {
    List<String> types = world.webhooks().events().stream().map(WebhookEvent::type).toList();
    world.webhooks().clear();
    return types;
  }

  private JsonNode body(int index) throws Exception {
    return Json.read(world.webhooks().events().get(index).body());
  }

  private JsonNode only() throws Exception {
    assertEquals(1, world.webhooks().events().size(), world.webhooks().events()::toString);
    return body(0);
  }

  @Test
  void aSignUpTellsTheUserAsServersSeeThemWithAllThatTheySignedUpWith() throws Exception {
    world.clock().freeze();
    SignedIn ada = SignedIn.up(world, ADA);
    JsonNode event = only();
    assertEquals("user.created", event.path("type").asText());
    assertEquals(2, event.size());
    assertEquals(
        server.get("/users/" + ada.userId()).json().path("has_password"),
        event.at("/data/has_password"));
    assertEquals(server.get("/users/" + ada.userId()).json(), event.path("data"));
  }

  @Test
  void aTeamOfOnesOwnIsToldAfterTheUserWhoDoesNotHaveItYet() throws Exception {
    world.stackAuth().configure(settings -> settings.createTeamOnSignUp(true));
    SignedIn.up(world, ADA);
    assertTrue(body(0).at("/data/selected_team").isNull(), () -> world.webhooks().toString());
    assertEquals(List.of("user.created", "team.created"), types());
  }

  @Test
  void whoIsMadeByCodeOrWithoutAnythingIsTold() throws Exception {
    Wire client = Wire.stackClient(world);
    String nonce =
        post(
                client,
                "/auth/otp/send-sign-in-code",
                "{'email':'" + ADA + "','callback_url':'http://localhost:3000/'}")
            .at("nonce");
    String code = world.outbox().await(ADA, MessageKind.ONE_TIME_CODE).code();
    assertEquals(List.of(), types());
    post(client, "/auth/otp/sign-in", "{'code':'" + code + nonce + "'}");
    assertTrue(only().at("/data/otp_auth_enabled").asBoolean());
    assertEquals(List.of("user.created"), types());
    assertEquals(200, post(client, "/auth/anonymous/sign-up", "{}").status());
    assertTrue(only().at("/data/is_anonymous").asBoolean());
  }

  @Test
  void anAnonymousUserWhoSignsUpIsChanged() throws Exception {
    String token =
        post(Wire.stackClient(world), "/auth/anonymous/sign-up", "{}").at("access_token");
    types();
    Wire.Reply upgraded =
        post(
            Wire.stackClient(world)
                .with("x-stack-access-token", token)
                .with("x-stack-allow-anonymous-user", "true"),
            "/auth/password/sign-up",
            "{'email':'" + ADA + "','password':'correct horse'}");
    assertEquals(200, upgraded.status(), upgraded.text());
    assertTrue(only().at("/data/has_password").asBoolean());
    assertEquals(List.of("user.updated"), types());
  }

  @Test
  void aChangedUserIsToldAndAPasswordOnlyWhenItWasReset() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    types();
    patch(ada.wire(), "/users/me", "{'display_name':'Ada'}");
    assertEquals("Ada", only().at("/data/display_name").asText());
    assertEquals(List.of("user.updated"), types());
    patch(server, "/users/" + ada.userId(), "{'server_metadata':{'plan':'pro'}}");
    assertEquals("pro", only().at("/data/server_metadata/plan").asText());
    types();
    Wire.Reply changed =
        post(
            ada.wire().with("x-stack-refresh-token", ada.refreshToken()),
            "/auth/password/update",
            "{'old_password':'correct horse','new_password':'battery staple'}");
    assertEquals(200, changed.status(), changed.text());
    post(
        Wire.stackClient(world),
        "/auth/password/send-reset-code",
        "{'email':'" + ADA + "','callback_url':'http://localhost:3000/'}");
    assertEquals(List.of(), types());
    String code = world.outbox().await(ADA, MessageKind.PASSWORD_RESET).token();
    Wire.Reply reset =
        post(
            Wire.stackClient(world),
            "/auth/password/reset",
            "{'code':'" + code + "','password':'another battery'}");
    assertEquals(200, reset.status(), reset.text());
    assertEquals(List.of("user.updated"), types());
  }

  @Test
  void aDeletedUserLeavesTheirTeams() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    String team = TeamWire.team(world, "A");
    TeamWire.join(world, team, ada);
    types();
    delete(server, "/users/" + ada.userId());
    assertEquals(
        Json.read(
            "{\"type\":\"team_membership.deleted\",\"data\":{\"team_id\":\"%s\",\"user_id\":\"%s\"}}"
                .formatted(team, ada.userId())),
        body(0));
    assertEquals(
        Json.read(
            "{\"type\":\"user.deleted\",\"data\":{\"id\":\"%s\",\"teams\":[{\"id\":\"%s\"}]}}"
                .formatted(ada.userId(), team)),
        body(1));
    assertEquals(List.of("team_membership.deleted", "user.deleted"), types());
  }

  @Test
  void teamsAreToldWithoutThoseWhoMadeThem() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    types();
    Wire.Reply made =
        post(server, "/teams", "{'display_name':'A','creator_user_id':'" + ada.userId() + "'}");
    assertEquals(made.json(), only().path("data"));
    assertEquals(List.of("team.created"), types());
    patch(server, "/teams/" + made.at("id"), "{'display_name':'B'}");
    assertEquals("B", only().at("/data/display_name").asText());
    assertEquals(List.of("team.updated"), types());
    delete(server, "/teams/" + made.at("id"));
    assertEquals("{\"id\":\"" + made.at("id") + "\"}", only().path("data").toString());
    assertEquals(List.of("team.deleted"), types());
  }

  @Test
  void whoJoinsIsToldWithEachPermissionThatMembersGet() throws Exception {
    world.stackAuth().configure(settings -> settings.teamMemberPermissions("team_member"));
    SignedIn ada = SignedIn.up(world, ADA);
    String team = TeamWire.team(world, "A");
    types();
    TeamWire.join(world, team, ada);
    assertEquals(
        "{\"id\":\"team_member\",\"team_id\":\"%s\",\"user_id\":\"%s\"}"
            .formatted(team, ada.userId()),
        body(1).path("data").toString());
    assertEquals(List.of("team_membership.created", "team_permission.created"), types());
    delete(server, "/team-memberships/" + team + "/" + ada.userId());
    assertEquals(List.of("team_membership.deleted"), types());
  }

  @Test
  void permissionsThatAreGrantedAndRevokedAreTold() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    String team = TeamWire.team(world, "A");
    TeamWire.join(world, team, ada);
    TeamWire.post(TeamWire.admin(world), "/project-permission-definitions", "{'id':'support'}");
    types();
    TeamWire.grant(world, team, ada, "$update_team");
    assertEquals(List.of("team_permission.created"), types());
    delete(server, "/team-permissions/" + team + "/" + ada.userId() + "/$update_team");
    assertEquals(List.of("team_permission.deleted"), types());
    post(server, "/project-permissions/" + ada.userId() + "/support", "{}");
    assertEquals(
        "{\"id\":\"support\",\"user_id\":\"" + ada.userId() + "\"}",
        only().path("data").toString());
    assertEquals(List.of("project_permission.created"), types());
    delete(server, "/project-permissions/" + ada.userId() + "/support");
    assertEquals(List.of("project_permission.deleted"), types());
  }

  @Test
  void whatIsRefusedIsNotTold() throws Exception {
    SignedIn.up(world, ADA);
    types();
    assertEquals("", SignedIn.up(world, ADA).userId());
    assertEquals(List.of(), types());
  }

  @Test
  void whoeverRunsTheWorldChangesUsersLikeAServer() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    types();
    world.accounts().lock(ada.userId());
    assertTrue(only().at("/data/restricted_by_admin").asBoolean());
    world.accounts().unlock(ada.userId());
    assertEquals(List.of("user.updated", "user.updated"), types());
  }
}
