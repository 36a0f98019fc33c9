package dev.keyway.emulator.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls that nothing special is to be said of: they succeed. */
@ExtendWith(EmulatorExtension.class)
class PlainCallsTest {
  private final World world;

  PlainCallsTest(AuthEmulator emulator) {
    this.world = emulator.newWorld(Stage.everything());
  }

  private static JsonNode ok(Wire.Reply reply) {
    assertTrue(reply.status() < 300, reply.text());
    return reply.json();
  }

  private static JsonNode send(Wire wire, String method, String path, String json)
      throws Exception {
    return ok(wire.with("content-type", "application/json").send(method, path, json));
  }

  @Test
  void ofStackAuth() throws Exception {
    Map<String, String> own = Belongings.ofStackAuth(world, "ada");
    Wire server = Wire.stackServer(world);
    Wire client = Wire.stackClient(world).with("x-stack-access-token", value(own, "access_token"));
    String user = value(own, "user_id");
    String team = value(own, "team_id");

    String account = "/oauth-providers/" + user + "/" + value(own, "oauth-provider/id");
    assertEquals("github", ok(client.get(account)).path("provider_config_id").asText());
    assertEquals("ada", ok(server.get(account)).path("account_id").asText());
    String channel = "/contact-channels/" + user + "/" + value(own, "contact-channel/id");
    assertEquals("ada@example.com", ok(client.get(channel)).path("value").asText());
    String key = "/team-api-keys/" + value(own, "team-api-key/id") + "?team_id=" + team;
    assertEquals(team, ok(server.get(key)).path("team_id").asText());
    JsonNode named =
        send(
            server.with("x-stack-access-token", value(own, "access_token")),
            "PATCH",
            "/users/me",
            "{\"display_name\":\"Ada\"}");
    assertEquals("Ada", named.path("display_name").asText());
    JsonNode profile =
        send(
            server,
            "PATCH",
            "/team-member-profiles/" + team + "/" + user,
            "{\"display_name\":\"The Countess\"}");
    assertEquals("The Countess", profile.path("display_name").asText());

    Wire admin =
        server
            .with("x-stack-access-type", "admin")
            .with("x-stack-super-secret-admin-key", world.stackAuth().superSecretAdminKey());
    String definitions = "/project-permission-definitions";
    send(admin, "POST", definitions, "{\"id\":\"can_read\"}");
    JsonNode told = send(admin, "PATCH", definitions + "/can_read", "{\"description\":\"Reads\"}");
    assertEquals("Reads", told.path("description").asText());
    ok(admin.send("DELETE", definitions + "/can_read", ""));
    assertEquals(0, ok(admin.get(definitions)).path("items").size());
  }

  @Test
  void ofStytch() throws Exception {
    Map<String, String> own = Belongings.ofStytch(world, "ada");
    Wire stytch = Wire.stytch(world);
    JsonNode mailed = ok(stytch.post("/v1/otps/email/send", "{\"email\":\"ada@example.com\"}"));
    assertEquals(value(own, "email_id"), mailed.path("email_id").asText());
    JsonNode texted =
        ok(
            stytch.post(
                "/v1/otps/whatsapp/send",
                "{\"phone_number\":\"+14155551234\",\"user_id\":\"%s\"}"
                    .formatted(value(own, "user_id"))));
    String phone = texted.path("phone_id").asText();
    JsonNode left = ok(stytch.send("DELETE", "/v1/users/phone_numbers/" + phone, ""));
    assertEquals(value(own, "user_id"), left.path("user_id").asText());
  }

  private static String value(Map<String, String> own, String name) {
    return Objects.requireNonNull(own.get(name), name);
  }
}
