package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.SeedException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that JSON can spell and no program of the vendors can hold. */
class NumberBeyondJsonTest {
  /** Four hundred digits. */
  private static final String LONG =
      "9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999"
          + "99999999999999999999999999999999999999999999999999999999999999999999999999999999999999"
          + "99999999999999999999999999999999999999999999999999999999999999999999999999999999999999"
          + "99999999999999999999999999999999999999999999999999999999999999999999999999999999999999"
          + "999999999999999999999999999999999999999999999999999999";

  private final AuthEmulator emulator = AuthEmulator.start();
  private final World world = emulator.newWorld();

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e99999", LONG})
  void stackAuthKeepsNullAsJavaScriptWritesIt(String number) throws Exception {
    Wire server = Wire.stackServer(world);
    Wire.Reply made =
        server.post("/users", "{\"server_metadata\":{\"a\":[%s,1.5],\"b\":2}}".formatted(number));
    assertEquals(201, made.status(), made.text());
    assertEquals("{\"a\":[null,1.5],\"b\":2}", made.json().path("server_metadata").toString());

    String session =
        "{\"user_id\":\"%s\",\"expires_in_millis\":%s}".formatted(made.at("id"), number);
    assertEquals("SCHEMA_ERROR", server.post("/auth/sessions", session).at("code"));
    assertEquals(made.text(), server.get("/users/" + made.at("id")).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e99999", LONG})
  void stytchRefusesIt(String number) throws Exception {
    Wire stytch = Wire.stytch(world);
    for (String body :
        new String[] {
          "{\"email\":\"ada@example.com\",\"trusted_metadata\":{\"a\":[%s]}}",
          "{\"email\":\"ada@example.com\",\"session_duration_minutes\":%s}"
        }) {
      Wire.Reply refused = stytch.post("/v1/users", body.formatted(number));
      assertEquals(400, refused.status(), refused.text());
      assertEquals("bad_request", refused.at("error_type"));
    }
    assertTrue(world.accounts().list().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e99999", LONG})
  void theControlApiRefusesIt(String number) throws Exception {
    Wire control = Wire.to(URI.create(emulator.baseUrl() + "/_emulator"));
    String seed =
        "{\"seed\":{\"worlds\":[{\"name\":\"a\",\"users\":[{\"metadata\":{\"server\":{\"x\":%s}}}]}]}}";
    Wire.Reply refused = control.post("/seed", seed.formatted(number));
    assertEquals(400, refused.status(), refused.text());
    assertEquals("malformed_json", refused.json().at("/error/code").asText());
    Wire.Reply page = control.get("/worlds/" + world.id() + "/ledger?limit=" + number);
    assertEquals(400, page.status(), page.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", ".inf", "-.inf", ".nan", LONG})
  void aSeedRefusesIt(String number) {
    for (String text :
        new String[] {
          "worlds: [{name: a, users: [{metadata: {server: {x: %s}}}]}]",
          "{\"worlds\": [{\"name\": \"a\", \"users\": [{\"metadata\": {\"server\": {\"x\": %s}}}]}]}"
        }) {
      if (number.contains(".") && text.startsWith("{")) {
        continue;
      }
      assertThrows(SeedException.class, () -> Seed.parse(text.formatted(number), "seed"));
    }
  }
}
