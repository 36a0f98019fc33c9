package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.join;
import static dev.keyway.emulator.internal.stackauth.TeamWire.patch;
import static dev.keyway.emulator.internal.stackauth.TeamWire.team;
import static dev.keyway.emulator.internal.stackauth.TeamWire.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class TeamProfileRoutesTest {
  private static final String NOBODY = "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";

  private final World world;
  private final Wire server;

  TeamProfileRoutesTest(World world) {
    this.world = world;
    this.server = Wire.stackServer(world);
  }

  @Test
  void aProfileFallsBackToTheUser() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    patch(ada.wire(), "/users/me", "{'display_name':'Ada'}");
    String team = team(world, "A");
    join(world, team, ada);
    String path = "/team-member-profiles/" + team + "/me";

    JsonNode shown = ada.wire().get(path).json();
    assertEquals("Ada", shown.path("display_name").asText());
    assertTrue(shown.path("profile_image_url").isNull());
    assertTrue(shown.path("user").isMissingNode());
    shown = patch(ada.wire(), path, "{'display_name':'Countess'}").json();
    assertEquals("Countess", shown.path("display_name").asText());
    assertEquals("Ada", ada.wire().get("/users/me").at("display_name"));
    shown = patch(ada.wire(), path, "{'display_name':null}").json();
    assertEquals("Ada", shown.path("display_name").asText());
    JsonNode trusted = server.get("/team-member-profiles/" + team + "/" + ada.userId()).json();
    assertEquals("ada@example.com", trusted.at("/user/primary_email").asText());
    assertTrue(trusted.at("/user/server_metadata").isNull());
  }

  @Test
  void profilesAreListedInTheOrderOfJoining() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    String first = team(world, "A");
    String second = team(world, "B");
    for (SignedIn user : List.of(bob, ada)) {
      join(world, first, user);
      world.clock().advance(Duration.ofSeconds(1));
    }
    join(world, second, ada);

    assertEquals(
        List.of(bob.userId(), ada.userId()),
        ada.wire()
            .get("/team-member-profiles?team_id=" + first)
            .json()
            .path("items")
            .findValuesAsText("user_id"));
    assertEquals(3, server.get("/team-member-profiles").json().path("items").size());
    JsonNode own = server.get("/team-member-profiles?user_id=" + ada.userId()).json();
    assertEquals(List.of(first, second), own.path("items").findValuesAsText("team_id"));
  }

  @Test
  void profilesAreRefusedInTheServicesOrder() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    String team = team(world, "A");
    String all = "/team-member-profiles";
    String bobs = all + "/" + team + "/" + bob.userId();

    assertEquals("400 CANNOT_GET_OWN_USER_WITHOUT_USER", told(Wire.stackClient(world).get(all)));
    assertEquals("400 CANNOT_GET_OWN_USER_WITHOUT_USER", told(Wire.stackClient(world).get(bobs)));
    assertEquals("400 team_id is required for access type client", told(ada.wire().get(all)));
    assertEquals("404 TEAM_MEMBERSHIP_NOT_FOUND", told(ada.wire().get(all + "?team_id=" + team)));
    assertEquals(
        "404 TEAM_MEMBERSHIP_NOT_FOUND",
        told(ada.wire().get(all + "?team_id=" + team + "&user_id=me")));
    assertEquals("404 TEAM_MEMBERSHIP_NOT_FOUND", told(ada.wire().get(bobs)));
    assertEquals("403 Cannot update another user's profile", told(patch(ada.wire(), bobs, "{}")));
    assertEquals("404 TEAM_MEMBERSHIP_NOT_FOUND", told(patch(bob.wire(), bobs, "{}")));
    assertEquals("404 USER_NOT_FOUND", told(server.get(all + "/" + team + "/" + NOBODY)));
    assertEquals("404 TEAM_NOT_FOUND", told(server.get(all + "?team_id=" + NOBODY)));
    assertEquals("404 USER_NOT_FOUND", told(server.get(all + "?user_id=" + NOBODY)));

    world.stackAuth().configure(settings -> settings.teamMemberPermissions());
    join(world, team, ada);
    assertEquals("401 TEAM_PERMISSION_REQUIRED", told(ada.wire().get(bobs)));
    assertEquals("401 TEAM_PERMISSION_REQUIRED", told(ada.wire().get(all + "?team_id=" + team)));
    assertEquals(
        1, ada.wire().get(all + "?team_id=" + team + "&user_id=me").json().path("items").size());
  }
}
