package dev.keyway.emulator.internal.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.SeedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What seeds say of keys and connected apps is what requests then meet. */
class ResourceSeedTest {
  private static final String SEED =
      """
      worlds:
        - name: held
          stackauth:
            settings: {allowUserApiKeys: true, allowTeamApiKeys: true}
            teams:
              - id: 0b9f2a52-7a52-4a52-8a52-0b9f2a520002
                apiKeys: [{key: sk_key-of-a-team}]
            keySets:
              - id: 0b9f2a52-7a52-4a52-8a52-0b9f2a520003
                secretServerKey: ssk_another-server
          stytch:
            connectedApps:
              - {clientId: calendar, type: third_party, secret: quiet-Harbour-74}
          users:
            - on: [stackauth]
              emails: [{address: ada@example.com}]
              stackauth:
                apiKeys: [{key: sk_key-of-ada}, {description: made}]
            - on: [stytch]
              emails: [{address: ada@example.com}]
              stytch:
                connectedApps: [{app: calendar, scopes: [openid]}]
      """;

  @Test
  void keysAndAppsAreThereOnTheWire() throws Exception {
    try (AuthEmulator emulator = AuthEmulator.start()) {
      World world = emulator.load(Seed.parse(SEED, "held")).get(0);

      check(world, "user", "sk_key-of-ada", 200);
      check(world, "team", "sk_key-of-a-team", 200);
      check(world, "team", "sk_key-of-nobody", 404);
      String ada = world.accounts().list().get(1).id();
      String apps = Wire.stytch(world).get("/v1/users/" + ada + "/connected_apps").text();
      assertTrue(apps.contains("calendar"), apps);
    }
  }

  private static void check(World world, String holder, String key, int status) throws Exception {
    Wire.Reply reply =
        Wire.stackServer(world)
            .post("/" + holder + "-api-keys/check", "{\"api_key\":\"" + key + "\"}");
    assertEquals(status, reply.status(), reply::text);
  }

  @Test
  void aRevokedSetOfTheProjectsOwnKeysStaysRevoked() throws Exception {
    try (AuthEmulator emulator = AuthEmulator.start()) {
      World world = emulator.load(Seed.parse(SEED, "held")).get(0);
      Wire admin =
          Wire.stackServer(world)
              .with("content-type", "application/json")
              .with("x-stack-access-type", "admin")
              .with("x-stack-super-secret-admin-key", world.stackAuth().superSecretAdminKey());
      String id = admin.get("/internal/api-keys").json().at("/items/1/id").asText();
      Wire.Reply revoked = admin.send("PATCH", "/internal/api-keys/" + id, "{\"revoked\":true}");
      assertEquals(200, revoked.status(), revoked::text);
      Seed exported = world.export();
      world.close();

      World again = emulator.load(exported).get(0);

      assertEquals(401, Wire.stackServer(again).get("/users").status());
      assertEquals(exported.toYaml(), again.export().toYaml());
    }
  }

  @Test
  void aKeyOfSomebodyElseIsRefusedInAnOpenWorld() {
    try (AuthEmulator emulator = AuthEmulator.start()) {
      World world = emulator.load(Seed.parse(SEED, "held")).get(0);
      Seed second =
          Seed.parse(
              """
              worlds:
                - name: second
                  stackauth:
                    teams:
                      - id: 0b9f2a52-7a52-4a52-8a52-0b9f2a520009
                        apiKeys: [{key: sk_key-of-ada}]
              """,
              "second");

      String said =
          String.valueOf(assertThrows(SeedException.class, () -> world.load(second)).getMessage());

      assertTrue(said.contains("worlds[0].stackauth.teams[0].apiKeys[0]"), said);
      assertFalse(said.contains("sk_key"), said);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sk_key-of-a-team | sk_key-of-ada | is the same as worlds[0].stackauth.teams[0].apiKeys[0]",
        "type: third_party, | type: third_party_public, | which have no secret",
        "type: third_party, | 'type: third_party, fullAccess: true,' | is for first-party apps only",
        "type: third_party, | type: fourth_party, | must be first_party",
        "type: third_party, | 'type: third_party, accessTokenMinutes: 0,' | from 1 to 527040",
        "type: third_party, | 'type: third_party, idTokenTemplate: \"[]\",' | of a JSON object",
        "app: calendar, | app: nowhere, | is no connected app of this world",
        "scopes: [openid]}] | 'scopes: [openid]}, {app: calendar}]' | is the same as"
      })
  void whatCannotBeSoIsRefused(String text, String replacement, String said) {
    String seed = SEED.replace(text, replacement);
    assertFalse(seed.equals(SEED));
    try (AuthEmulator emulator = AuthEmulator.start()) {
      String message =
          String.valueOf(
              assertThrows(SeedException.class, () -> emulator.load(Seed.parse(seed, "held")))
                  .getMessage());
      assertTrue(message.contains(said), message);
    }
  }
}
