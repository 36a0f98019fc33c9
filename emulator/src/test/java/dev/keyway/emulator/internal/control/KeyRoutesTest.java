package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(EmulatorExtension.class)
class KeyRoutesTest {
  private final World world;
  private final Control control;

  KeyRoutesTest(AuthEmulator emulator, World world) throws Exception {
    this.world = world;
    this.control = new Control(emulator);
  }

  private JsonNode keys(String provider) throws Exception {
    return Wire.to(
            provider.equals("stytch") ? world.stytch().jwksUrl() : world.stackAuth().jwksUrl())
        .get("")
        .json()
        .path("keys");
  }

  private static List<String> kids(JsonNode keys) {
    return keys.findValuesAsText("kid");
  }

  @ParameterizedTest
  @CsvSource({"stackauth", "stytch"})
  void rotatedKeysOverlapForAsLongAsIsAsked(String provider) throws Exception {
    JsonNode before = keys(provider);
    control.post(
        Control.of(world) + "/keys/rotate",
        "{\"provider\":\"%s\",\"overlap\":\"PT1H\"}".formatted(provider));
    JsonNode during = keys(provider);
    world.clock().advance(Duration.ofHours(2));
    JsonNode after = keys(provider);

    assertTrue(kids(during).containsAll(kids(before)));
    assertTrue(kids(during).containsAll(kids(after)));
    assertFalse(after.isEmpty());
    assertTrue(Collections.disjoint(kids(before), kids(after)));
  }

  @Test
  void aForgedTokenIsRefusedAndATrueOneIsNot() throws Exception {
    String ada = "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"}";
    String user = Wire.stackClient(world).post("/auth/password/sign-up", ada).at("user_id");

    assertEquals(200, me(user, "valid").status());
    for (String forgery :
        new String[] {"expired", "unknown_key", "no_signature", "broken_signature"}) {
      assertEquals(401, me(user, forgery).status(), forgery);
    }
    control.refused(
        404,
        "not_found",
        "POST",
        Control.of(world) + "/tokens/forge",
        "{\"provider\":\"stytch\",\"user\":\"nobody\",\"forgery\":\"valid\"}");
  }

  @Test
  void aTokenToActAsAUserWorksWhereTheProviderHasSuch() throws Exception {
    world.stytch().configure(settings -> settings.userImpersonation(true));
    Wire stytch = Wire.stytch(world);
    String user = stytch.post("/v1/users", "{\"email\":\"ada@example.com\"}").at("user_id");
    String order = "{\"provider\":\"%s\",\"user\":\"%s\",\"impersonator\":\"eve@example.com\"}";
    String path = Control.of(world) + "/tokens/impersonate";

    String token = control.post(path, order.formatted("stytch", user)).path("token").asText();

    String body = "{\"impersonation_token\":\"%s\"}".formatted(token);
    assertEquals(200, stytch.post("/v1/impersonation/authenticate", body).status());
    assertEquals(401, stytch.post("/v1/impersonation/authenticate", body).status());
    control.refused(404, "not_found", "POST", path, order.formatted("stytch", "nobody"));
    control.refused(400, "invalid", "POST", path, order.formatted("stackauth", user));
  }

  private Wire.Reply me(String user, String forgery) throws Exception {
    String token =
        control
            .post(
                Control.of(world) + "/tokens/forge",
                "{\"provider\":\"stackauth\",\"user\":\"%s\",\"forgery\":\"%s\"}"
                    .formatted(user, forgery))
            .path("token")
            .asText();
    return Wire.stackClient(world).with("x-stack-access-token", token).get("/users/me");
  }
}
