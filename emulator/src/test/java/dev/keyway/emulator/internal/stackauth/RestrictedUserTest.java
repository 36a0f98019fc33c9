package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class RestrictedUserTest {
  private final World world;

  RestrictedUserTest(World world) {
    this.world = world;
  }

  @Test
  void theirTokenIsTakenWhereTheCallerAllowsIt() throws Exception {
    Wire server = Wire.stackServer(world);
    Wire.Reply user =
        server.post(
            "/users", "{\"primary_email\":\"ada@example.com\",\"restricted_by_admin\":true}");
    String token =
        server.post("/auth/sessions", "{\"user_id\":\"" + user.at("id") + "\"}").at("access_token");
    Wire ada = Wire.stackClient(world).with("x-stack-access-token", token);

    Wire.Reply refused = ada.get("/users/me");

    assertEquals(403, refused.status());
    assertEquals("RESTRICTED_USER_NOT_ALLOWED", refused.at("code"));
    assertEquals(
        "restricted_by_administrator",
        refused.json().at("/details/restricted_reason/type").asText());
    for (String allowed : new String[] {"restricted", "anonymous"}) {
      Wire allowing = ada.with("x-stack-allow-" + allowed + "-user", "true");
      assertEquals(user.at("id"), allowing.get("/users/me").at("id"));
    }
  }
}
