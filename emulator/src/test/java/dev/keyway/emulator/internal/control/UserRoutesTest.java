package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class UserRoutesTest {
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\","
          + "\"session_duration_minutes\":60}";

  private final World world;
  private final Control control;
  private final String users;

  UserRoutesTest(AuthEmulator emulator, World world) throws Exception {
    this.world = world;
    this.control = new Control(emulator);
    this.users = Control.of(world) + "/users";
  }

  private String stytchAda() throws Exception {
    return Wire.stytch(world).post("/v1/passwords", ADA).at("user_id");
  }

  private Wire.Reply signIn() throws Exception {
    return Wire.stytch(world).post("/v1/passwords/authenticate", ADA);
  }

  @Test
  void theUsersOfBothProvidersAreListed() throws Exception {
    String stytch = stytchAda();
    String stack =
        Wire.stackClient(world)
            .post(
                "/auth/password/sign-up",
                "{\"email\":\"grace@example.com\",\"password\":\"correct horse\"}")
            .at("user_id");

    JsonNode all = control.get(users).path("users");
    assertEquals(2, all.size());
    assertEquals(stack, all.at("/0/id").asText());
    assertEquals("grace@example.com", all.at("/0/contacts/0/value").asText());
    JsonNode only = control.get(users + "?provider=stytch").path("users");
    assertEquals(1, only.size());
    assertEquals(control.get(users + "/" + stytch), only.get(0));
    assertEquals(1, only.at("/0/sessions").size());
    assertTrue(only.at("/0/password").asBoolean());
  }

  @Test
  void aLockedUserIsKeptOutUntilUnlocked() throws Exception {
    String ada = stytchAda();

    assertTrue(control.post(users + "/" + ada + "/lock", "").path("locked").asBoolean());
    assertTrue(signIn().status() >= 400);

    assertFalse(control.post(users + "/" + ada + "/unlock", "").path("locked").asBoolean());
    assertEquals(200, signIn().status());
  }

  @Test
  void revokedSessionsAreGone() throws Exception {
    String ada = stytchAda();
    String token = signIn().at("session_token");

    assertEquals(2, control.delete(users + "/" + ada + "/sessions").path("revoked").asInt());
    assertEquals(
        404,
        Wire.stytch(world)
            .post("/v1/sessions/authenticate", "{\"session_token\":\"" + token + "\"}")
            .status());
    assertEquals(0, control.get(users + "/" + ada).path("sessions").size());
  }

  @Test
  void whoIsNotThereIsNotFound() throws Exception {
    for (String endpoint : new String[] {"/lock", "/unlock"}) {
      control.refused(404, "not_found", "POST", users + "/nobody" + endpoint, "");
    }
    control.refused(404, "not_found", "GET", users + "/nobody", "");
    control.refused(404, "not_found", "GET", users + "/nobody/totp", "");
    control.refused(404, "not_found", "GET", users + "/" + stytchAda() + "/totp", "");
    control.refused(404, "not_found", "DELETE", users + "/nobody/sessions", "");
  }
}
