package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.SeedException;
import org.junit.jupiter.api.Test;

class TeamSeedTest {
  private static final String TEAM = "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";
  private static final String SEED =
      """
      worlds:
        - name: w
          clock: {frozenAt: 2026-01-01T00:00:00Z}
          stackauth:
            teams:
              - {id: TEAM, name: Ours, serverOnly: {a: 1}}
          users:
            - on: [stackauth]
              emails: [{address: ada@example.com}]
              stackauth:
                selectedTeamId: TEAM
                teams: [{team: TEAM, name: Countess}]
            - on: [stackauth]
              emails: [{address: bob@example.com}]
              stackauth:
                teams: [{team: TEAM, permissions: [team_admin]}]
      """
          .replace("TEAM", TEAM);

  private static String refusal(String seed) {
    try (AuthEmulator emulator = AuthEmulator.start()) {
      return String.valueOf(
          assertThrows(SeedException.class, () -> emulator.load(Seed.parse(seed, "seed")))
              .getMessage());
    }
  }

  @Test
  void aSeedMakesTeamsWithMembers() throws Exception {
    try (AuthEmulator emulator = AuthEmulator.start()) {
      World world = emulator.load(Seed.parse(SEED, "seed")).get(0);
      Wire server = Wire.stackServer(world);

      JsonNode team = server.get("/teams/" + TEAM).json();
      assertEquals("Ours", team.path("display_name").asText());
      assertEquals(1, team.at("/server_metadata/a").intValue());
      assertEquals(1_767_225_600_000L, team.path("created_at_millis").longValue());
      JsonNode members = server.get("/team-member-profiles?team_id=" + TEAM).json();
      assertEquals("Countess", members.at("/items/0/display_name").asText());
      assertEquals("Ours", members.at("/items/0/user/selected_team/display_name").asText());
      String held = server.get("/team-permissions").text();
      assertTrue(held.contains("team_member") && held.contains("team_admin"), held);

      Seed exported = world.export();
      String once = exported.toYaml();
      world.close();
      assertEquals(once, emulator.load(exported).get(0).export().toYaml());
      assertTrue(
          emulator
              .worlds()
              .get(0)
              .accounts()
              .list()
              .get(1)
              .teams()
              .get(0)
              .permissions()
              .contains("team_admin"));
    }
  }

  @Test
  void aMembershipNeedsItsTeam() {
    String said = refusal(SEED.replace("- {id: " + TEAM, "- {id: " + TEAM.replace('5', '6')));
    assertTrue(said.contains("worlds[0].users[0].stackauth.teams[0].team"), said);
    assertTrue(said.contains("is no team of this world"), said);
  }

  @Test
  void theSelectedTeamIsOneOfTheUsers() {
    String said =
        refusal(
            SEED.replace("selectedTeamId: " + TEAM, "selectedTeamId: " + TEAM.replace('5', '6')));
    assertTrue(said.contains("users[0].stackauth.selectedTeamId"), said);
    assertTrue(said.contains("is no team of the user"), said);
  }

  @Test
  void aTeamAndAMembershipAreThereOnce() {
    String twice = "{id: " + TEAM + ", name: Ours, serverOnly: {a: 1}}";
    assertTrue(
        refusal(SEED.replace("- " + twice, "- " + twice + "\n        - " + twice))
            .contains("is the same as worlds[0].stackauth.teams[0].id"));
    String membership = "{team: " + TEAM + ", permissions: [team_admin]}";
    assertTrue(
        refusal(SEED.replace(membership, membership + ", " + membership))
            .contains("is the same as worlds[0].users[1].stackauth.teams[0].team"));
  }
}
