package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class WhereaboutsTest {
  private final World world;
  private final Wire proxied;

  WhereaboutsTest(World world) {
    this.world = world;
    this.proxied =
        Wire.stackClient(world)
            .with("user-agent", "Mozilla/5.0")
            .with("x-forwarded-for", "192.0.2.7");
  }

  private static String signUp(Wire wire, String email) throws Exception {
    return wire.post(
            "/auth/password/sign-up",
            "{\"email\":\"%s\",\"password\":\"correct horse\"}".formatted(email))
        .at("user_id");
  }

  private JsonNode country(String userId) throws Exception {
    return Wire.stackServer(world).get("/users/" + userId).json().path("country_code");
  }

  @Test
  void aProxiedBrowsersCountryIsKeptAtSignUp() throws Exception {
    assertEquals(
        "DE", country(signUp(proxied.with("x-vercel-ip-country", "DE"), "a@a.test")).asText());
    assertEquals("FR", country(signUp(proxied.with("cf-ipcountry", "fr"), "b@a.test")).asText());
    assertEquals(
        "DE",
        country(
                signUp(
                    proxied.with("cf-ipcountry", "FR").with("x-vercel-ip-country", "DE"),
                    "c@a.test"))
            .asText());
  }

  @Test
  void nobodyElsesIs() throws Exception {
    Wire located = proxied.with("x-vercel-ip-country", "DE");
    assertTrue(country(signUp(located.without("x-forwarded-for"), "a@a.test")).isNull());
    assertTrue(country(signUp(located.with("user-agent", "curl/8"), "b@a.test")).isNull());
    assertTrue(
        country(signUp(proxied.with("x-vercel-ip-country", "Germany"), "c@a.test")).isNull());
    assertTrue(country(signUp(proxied, "d@a.test")).isNull());
  }

  @Test
  void aMailedCodeRemembersWhereItWasAskedFor() throws Exception {
    world.stackAuth().configure(settings -> settings.magicLinkEnabled(true));
    proxied
        .with("x-vercel-ip-country", "DE")
        .post(
            "/auth/otp/send-sign-in-code",
            "{\"email\":\"ada@example.com\",\"callback_url\":\"http://localhost:3000/in\"}");
    String code =
        String.valueOf(world.outbox().await("ada@example.com", MessageKind.SIGN_IN).token());

    String user =
        proxied
            .with("x-vercel-ip-country", "FR")
            .post("/auth/otp/sign-in", "{\"code\":\"" + code + "\"}")
            .at("user_id");

    assertEquals("DE", country(user).asText());
  }
}
