package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.patch;
import static dev.keyway.emulator.internal.stackauth.TeamWire.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class PersonalTeamTest {
  private final World world;
  private final Wire server;

  PersonalTeamTest(World world) {
    this.world = world;
    this.server = Wire.stackServer(world);
    world.stackAuth().configure(settings -> settings.createTeamOnSignUp(true));
  }

  private String selected(String userId) throws Exception {
    return server.get("/users/" + userId).json().at("/selected_team/display_name").asText();
  }

  @Test
  void whoSignsUpGetsATeamNamedAfterThem() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");

    assertEquals("ada@example.com's Team", selected(ada.userId()));
    JsonNode held = ada.wire().get("/team-permissions?user_id=me").json();
    assertEquals("team_admin", held.at("/items/0/id").asText());
  }

  @Test
  void aServersUserIsShownBeforeTheyHaveTheirTeam() throws Exception {
    JsonNode made =
        post(server, "/users", "{'display_name':'Bob','primary_email':'bob@example.com'}").json();

    assertTrue(made.path("selected_team").isNull());
    assertTrue(made.path("selected_team_id").isNull());
    assertEquals("Bob's Team", selected(made.path("id").asText()));
  }

  @Test
  void aTeamIsRenamedWithWhoWasAnonymous() throws Exception {
    Wire client = Wire.stackClient(world).with("x-stack-allow-anonymous-user", "true");
    Wire.Reply anonymous = client.post("/auth/anonymous/sign-up");
    String id = anonymous.at("user_id");
    assertEquals("Personal Team", selected(id));
    Wire acting = client.with("x-stack-access-token", anonymous.at("access_token"));

    post(acting, "/auth/password/sign-up", "{'email':'eve@example.com','password':'long enough'}");

    assertEquals("eve@example.com's Team", selected(id));
  }

  @Test
  void aTeamWithANameOfItsOwnKeepsIt() throws Exception {
    Wire client = Wire.stackClient(world);
    String named = client.post("/auth/anonymous/sign-up").at("user_id");
    String unnamed = client.post("/auth/anonymous/sign-up").at("user_id");
    String team = server.get("/users/" + named).at("selected_team_id");
    patch(server, "/teams/" + team, "{'display_name':'Mine'}");

    for (String id : new String[] {named, unnamed}) {
      patch(server, "/users/" + id, "{'display_name':'Eve','is_anonymous':false}");
    }

    assertEquals("Mine", selected(named));
    assertEquals("Eve's Team", selected(unnamed));
  }

  @Test
  void nobodyGetsATeamWhereTheProjectSaysNothing() throws Exception {
    world.stackAuth().configure(settings -> settings.createTeamOnSignUp(false));

    SignedIn ada = SignedIn.up(world, "ada@example.com");

    assertEquals("", selected(ada.userId()));
    assertEquals(0, server.get("/teams").json().path("items").size());
  }
}
