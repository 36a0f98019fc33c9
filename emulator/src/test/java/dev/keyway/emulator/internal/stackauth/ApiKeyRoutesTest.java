package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.grant;
import static dev.keyway.emulator.internal.stackauth.TeamWire.join;
import static dev.keyway.emulator.internal.stackauth.TeamWire.patch;
import static dev.keyway.emulator.internal.stackauth.TeamWire.post;
import static dev.keyway.emulator.internal.stackauth.TeamWire.team;
import static dev.keyway.emulator.internal.stackauth.TeamWire.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Checkpoint;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmulatorExtension.class)
class ApiKeyRoutesTest {
  private static final String NOBODY = "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final World world;
  private final Wire server;

  ApiKeyRoutesTest(World world) {
    this.world = world;
    this.server = Wire.stackServer(world);
  }

  @BeforeEach
  void allowKeys() {
    world.clock().freezeAt(NOW);
    world.stackAuth().configure(s -> s.allowUserApiKeys(true).allowTeamApiKeys(true));
  }

  private static Wire.Reply userKey(Wire wire, String userId, String more) throws Exception {
    return post(
        wire,
        "/user-api-keys",
        "{'description':'CI','expires_at_millis':null,'user_id':'" + userId + "'" + more + "}");
  }

  private static Wire.Reply teamKey(Wire wire, String teamId) throws Exception {
    return post(
        wire,
        "/team-api-keys",
        "{'description':'CI','expires_at_millis':null,'team_id':'" + teamId + "'}");
  }

  private Wire.Reply check(String kind, String value) throws Exception {
    return post(server, "/" + kind + "-api-keys/check", "{'api_key':'" + value + "'}");
  }

  @Test
  void aKeyIsShownWholeOnce() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    Wire.Reply made = userKey(ada.wire(), "me", "");
    assertEquals(200, made.status());
    JsonNode key = made.json();
    String value = key.path("value").asText();
    assertTrue(
        value.matches("sk_[0-9a-hjkmnp-tv-z]{45}[0-9a-f]{32}user1574ck4u7h[0-9a-f]{8}"), value);
    assertEquals(key.path("id").asText().replace("-", ""), value.substring(48, 80));
    CRC32 sum = new CRC32();
    sum.update(value.substring(0, value.length() - 8).getBytes(StandardCharsets.US_ASCII));
    assertEquals("%08x".formatted(sum.getValue()), value.substring(value.length() - 8));
    assertEquals(
        "{\"id\":\"%s\",\"type\":\"user\",\"user_id\":\"%s\",\"description\":\"CI\",\"is_public\":false,"
                .formatted(key.path("id").asText(), ada.userId())
            + "\"created_at_millis\":%d,\"value\":\"%s\"}".formatted(NOW.toEpochMilli(), value),
        key.toString());

    JsonNode again = ada.wire().get("/user-api-keys/" + key.path("id").asText()).json();
    assertEquals(
        "{\"last_four\":\"" + value.substring(value.length() - 4) + "\"}",
        again.path("value").toString());
    assertEquals(again, ada.wire().get("/user-api-keys?user_id=me").json().at("/items/0"));
    assertEquals(again, check("user", value).json());
    String shared = userKey(server, ada.userId(), ",'is_public':true").at("value");
    assertTrue(shared.matches("pk_.*user3574ck4u7h.{8}"), shared);
  }

  @Test
  void theNewestComesFirst() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String first = userKey(server, ada.userId(), "").at("id");
    String second = userKey(server, ada.userId(), "").at("id");
    userKey(server, SignedIn.up(world, "bob@example.com").userId(), "");

    JsonNode list = server.get("/user-api-keys?user_id=" + ada.userId()).json();

    assertEquals(2, list.path("items").size());
    assertEquals(second, list.at("/items/0/id").asText());
    assertEquals(first, list.at("/items/1/id").asText());
    assertFalse(list.path("is_paginated").asBoolean(true));
  }

  @Test
  void theCheckTellsWhatIsWrongInOrder() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String expires = ",'expires_at_millis':" + NOW.plusSeconds(60).toEpochMilli();
    Wire.Reply made =
        post(
            server,
            "/user-api-keys",
            "{'description':'CI','user_id':'" + ada.userId() + "'" + expires + "}");
    String value = made.at("value");
    assertEquals(
        NOW.plusSeconds(60).toEpochMilli(), made.json().path("expires_at_millis").asLong());

    assertEquals("404 API_KEY_NOT_FOUND", told(check("user", "sk_no")));
    Wire.Reply other = check("team", value);
    assertEquals("400 WRONG_API_KEY_TYPE", told(other));
    assertEquals(
        "{\"expected_type\":\"team\",\"actual_type\":\"user\"}",
        other.json().path("details").toString());
    world.clock().advance(Duration.ofSeconds(60));
    assertEquals(200, check("user", value).status(), "at its last moment");
    world.clock().advance(Duration.ofMillis(1));
    assertEquals("401 API_KEY_EXPIRED", told(check("user", value)));
    String path = "/user-api-keys/" + made.at("id");
    JsonNode revoked = patch(server, path, "{'revoked':true,'description':'old'}").json();
    assertEquals(
        NOW.plusMillis(60_001).toEpochMilli(), revoked.path("manually_revoked_at_millis").asLong());
    assertEquals("old", revoked.path("description").asText());
    assertEquals("401 API_KEY_REVOKED", told(check("user", value)), "before expired");
    world.clock().advance(Duration.ofSeconds(1));
    assertEquals(revoked, patch(server, path, "{'revoked':true}").json(), "the first stays");
  }

  @Test
  void clientsManageTheirOwn() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    String key = userKey(server, ada.userId(), "").at("id");
    String refused = "403 Client can only manage their own api keys";
    Wire nobody = Wire.stackClient(world);

    assertEquals(refused, told(userKey(bob.wire(), ada.userId(), "")));
    assertEquals(refused, told(bob.wire().get("/user-api-keys?user_id=" + ada.userId())));
    assertEquals(refused, told(bob.wire().get("/user-api-keys/" + key)));
    assertEquals(refused, told(patch(bob.wire(), "/user-api-keys/" + key, "{}")));
    assertEquals("401 USER_AUTHENTICATION_REQUIRED", told(userKey(nobody, ada.userId(), "")));
    assertEquals("401 USER_AUTHENTICATION_REQUIRED", told(nobody.get("/user-api-keys/" + key)));
    assertEquals("400 CANNOT_GET_OWN_USER_WITHOUT_USER", told(userKey(nobody, "me", "")));
    assertEquals("404 API_KEY_NOT_FOUND", told(bob.wire().get("/user-api-keys/" + NOBODY)));
    assertEquals("404 API_KEY_NOT_FOUND", told(patch(server, "/user-api-keys/" + NOBODY, "{}")));
  }

  @Test
  void membersOfATeamNeedThePermission() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String team = team(world, "A");
    String query = "?team_id=" + team;
    assertEquals("404 API_KEY_NOT_FOUND", told(teamKey(ada.wire(), team)));
    assertEquals("404 API_KEY_NOT_FOUND", told(teamKey(ada.wire(), NOBODY)));
    join(world, team, ada);
    assertEquals("404 API_KEY_NOT_FOUND", told(ada.wire().get("/team-api-keys" + query)));
    String key = teamKey(server, team).at("id");
    assertEquals("404 API_KEY_NOT_FOUND", told(ada.wire().get("/team-api-keys/" + key + query)));
    grant(world, team, ada, "$manage_api_keys");
    Wire.Reply made = teamKey(ada.wire(), team);
    assertEquals(200, made.status());
    assertTrue(made.at("value").contains("team1574ck4u7h"), made.text());
    assertEquals(team, made.at("team_id"));
    assertEquals(2, ada.wire().get("/team-api-keys" + query).json().path("items").size());
    assertEquals(200, check("team", made.at("value")).status());
    assertEquals(
        200, patch(ada.wire(), "/team-api-keys/" + key + query, "{'revoked':true}").status());
  }

  @Test
  void keysGoWithWhoHoldsThem() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    Wire.Reply made = userKey(server, ada.userId(), "");
    TeamWire.delete(server, "/users/" + ada.userId());

    assertEquals("404 API_KEY_NOT_FOUND", told(check("user", made.at("value"))));
    assertEquals("404 API_KEY_NOT_FOUND", told(server.get("/user-api-keys/" + made.at("id"))));
    assertEquals(500, userKey(server, ada.userId(), "").status());
  }

  @Test
  void aCheckpointHoldsKeysAndAResetForgetsThem() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    Wire.Reply made = userKey(server, ada.userId(), "");
    Checkpoint checkpoint = world.checkpoint();
    patch(server, "/user-api-keys/" + made.at("id"), "{'revoked':true}");
    world.restore(checkpoint);
    assertEquals(200, check("user", made.at("value")).status());
    world.reset();
    allowKeys();
    assertEquals("404 API_KEY_NOT_FOUND", told(check("user", made.at("value"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "team"})
  void theProjectMayWantNone(String kind) throws Exception {
    world.stackAuth().configure(s -> s.allowUserApiKeys(false).allowTeamApiKeys(false));
    String text =
        "400 %s API keys are not enabled for this project."
            .formatted(kind.equals("user") ? "User" : "Team");
    Wire nobody = Wire.stackClient(world);
    String path = "/" + kind + "-api-keys";
    String query = "?" + kind + "_id=" + NOBODY;

    assertEquals(text, told(nobody.get(path + query)));
    assertEquals(text, told(nobody.get(path + "/" + NOBODY + query)));
    assertEquals(text, told(patch(nobody, path + "/" + NOBODY + query, "{}")));
    assertEquals(
        text, told(kind.equals("user") ? userKey(nobody, NOBODY, "") : teamKey(nobody, NOBODY)));
    assertEquals(text, told(check(kind, "sk_no")));
  }

  @Test
  void aKeyOfAnotherProjectIsUnknown() throws Exception {
    try (AuthEmulator emulator = AuthEmulator.start();
        World other = emulator.newWorld()) {
      other.stackAuth().configure(s -> s.allowUserApiKeys(true));
      SignedIn eve = SignedIn.up(other, "eve@example.com");
      Wire.Reply theirs = userKey(eve.wire(), "me", "");
      assertEquals("404 API_KEY_NOT_FOUND", told(check("user", theirs.at("value"))));
      assertEquals("404 API_KEY_NOT_FOUND", told(server.get("/user-api-keys/" + theirs.at("id"))));
    }
  }

  @Test
  void clientsMayNotCheck() throws Exception {
    assertEquals(
        "401 INSUFFICIENT_ACCESS_TYPE",
        told(post(Wire.stackClient(world), "/user-api-keys/check", "{}")));
    Wire wrong = server.with("x-stack-secret-server-key", "ssk_no");
    assertEquals("401 INVALID_SECRET_SERVER_KEY", told(post(wrong, "/user-api-keys/check", "{}")));
  }

  static Stream<Arguments> forms() {
    String user = "/user-api-keys";
    String whole = "'description':'a','expires_at_millis':null";
    String key = user + "/" + NOBODY;
    return Stream.of(
        arguments("POST", user, "{}", "body.description must be defined"),
        arguments("POST", user, "{}", "body.expires_at_millis must be defined"),
        arguments("POST", user, "{}", "body.user_id must be defined"),
        arguments("POST", "/team-api-keys", "{}", "body.team_id must be defined"),
        arguments("POST", user, "{'description':null}", "body.description cannot be null"),
        arguments("POST", user, "{'description':{}}", "body.description must be a `string` type"),
        arguments(
            "POST", user, "{'expires_at_millis':'x'}", "expires_at_millis must be a `number`"),
        arguments("POST", user, "{'is_public':'x'}", "body.is_public must be a `boolean` type"),
        arguments("POST", user, "{" + whole + ",'user_id':'x'}", "user_id must be a valid UUID"),
        arguments("POST", user, "{'prefix':'x'}", "body contains unknown properties: prefix"),
        arguments("POST", user, "", "body must be defined"),
        arguments("POST", user + "/check", "{}", "body.api_key must be defined"),
        arguments("POST", user + "/check", "{'api_key':null}", "body.api_key cannot be null"),
        arguments("PATCH", key, "{'revoked':false}", "revoked must be one of the following"),
        arguments("PATCH", key, "{'description':null}", "body.description cannot be null"),
        arguments("PATCH", "/team-api-keys/" + NOBODY, "{}", "query.team_id must be defined"),
        arguments("GET", "/team-api-keys", "", "query.team_id must be defined"),
        arguments("GET", "/team-api-keys/" + NOBODY, "", "query.team_id must be defined"),
        arguments("GET", user + "?user_id=x", "", "query.user_id must be a valid UUID"),
        arguments("GET", user + "?nonsense=1", "", "query contains unknown properties: nonsense"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void requestsAreInForm(String method, String path, String body, String problem) throws Exception {
    Wire typed = body.isEmpty() ? server : server.with("content-type", "application/json");
    Wire.Reply reply = typed.send(method, path, body.replace('\'', '"'));

    assertEquals("400 SCHEMA_ERROR", told(reply));
    assertTrue(reply.at("error").contains(problem), reply.text());
  }

  @Test
  void aListOfUserKeysNamesTheUserInWordsOfItsOwn() throws Exception {
    Wire.Reply reply = Wire.stackClient(world).get("/user-api-keys");
    assertEquals("400 SCHEMA_ERROR", told(reply));
    assertEquals("user_id is required for user API keys", reply.at("error"));
  }
}
