package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.post;
import static dev.keyway.emulator.internal.stackauth.TeamWire.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Checkpoint;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(EmulatorExtension.class)
class CliRoutesTest {
  private static final String GONE = "400 Invalid login code or the code has expired";

  private final World world;
  private final Wire client;

  CliRoutesTest(World world) {
    this.world = world;
    this.client = Wire.stackClient(world);
    world.clock().freezeAt(Instant.parse("2030-01-01T00:00:00Z"));
  }

  private Wire.Reply poll(Wire.Reply started) throws Exception {
    return post(client, "/auth/cli/poll", "{'polling_code':'" + started.at("polling_code") + "'}");
  }

  private Wire.Reply complete(Wire.Reply started, String more) throws Exception {
    return post(
        client,
        "/auth/cli/complete",
        "{'login_code':'" + started.at("login_code") + "'" + more + "}");
  }

  @Test
  void aProgramGetsTheBrowsersSessionOnce() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    Wire.Reply started = post(client, "/auth/cli", "{}");
    assertEquals(200, started.status());
    assertEquals("2030-01-01T02:00:00.000Z", started.at("expires_at"));
    assertTrue(started.at("polling_code").matches("[0-9a-hjkmnp-tv-z]{45}"));
    assertEquals(3, started.json().size());
    assertEquals("{\"status\":\"waiting\"}", poll(started).text());
    assertEquals("{\"cli_session_state\":\"none\"}", complete(started, ",'mode':'check'").text());
    assertEquals(
        "400 refresh_token is required when mode is 'complete'", told(complete(started, "")));
    assertEquals(
        "400 Invalid refresh token", told(complete(started, ",'refresh_token':'nothing'")));

    Wire.Reply done = complete(started, ",'refresh_token':'" + ada.refreshToken() + "'");
    assertEquals("200 {\"success\":true}", told(done));
    assertEquals(GONE, told(complete(started, ",'mode':'check'")));
    Wire.Reply got = poll(started);
    assertEquals(201, got.status());
    assertEquals(
        "{\"status\":\"success\",\"refresh_token\":\"" + ada.refreshToken() + "\"}", got.text());
    assertEquals("200 {\"status\":\"used\"}", told(poll(started)));
  }

  @Test
  void itEndsByTheClock() throws Exception {
    Wire.Reply started = post(client, "/auth/cli", "{'expires_in_millis':60000}");
    Checkpoint checkpoint = world.checkpoint();
    world.clock().advance(Duration.ofSeconds(61));
    assertEquals("200 {\"status\":\"expired\"}", told(poll(started)));
    assertEquals(GONE, told(complete(started, ",'mode':'check'")));
    world.restore(checkpoint);
    assertEquals("200 {\"status\":\"waiting\"}", told(poll(started)));
    world.reset();
    assertEquals("400 INVALID_POLLING_CODE", told(poll(started)));
  }

  @Test
  void aBrowserTakesAnAnonymousUserOver() throws Exception {
    Wire.Reply anonymous = client.post("/auth/anonymous/sign-up");
    String token = "{'anon_refresh_token':'%s'}";
    Wire.Reply started = post(client, "/auth/cli", token.formatted(anonymous.at("refresh_token")));
    assertEquals(
        "{\"cli_session_state\":\"anonymous\"}", complete(started, ",'mode':'check'").text());
    Wire.Reply claimed = complete(started, ",'mode':'claim-anon-session'");
    assertEquals(200, claimed.status());
    assertEquals(anonymous.at("refresh_token"), claimed.at("refresh_token"));
    assertEquals(2, claimed.json().size());
    assertEquals(
        "400 No anonymous session associated with this code",
        told(complete(started, ",'mode':'claim-anon-session'")));

    assertEquals(
        "400 Invalid anon refresh token", told(post(client, "/auth/cli", token.formatted("no"))));
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    assertEquals(
        "400 The provided refresh token does not belong to an anonymous user",
        told(post(client, "/auth/cli", token.formatted(ada.refreshToken()))));
    world.clock().advance(Duration.ofDays(366));
    assertEquals(
        "400 The provided anon refresh token has expired",
        told(post(client, "/auth/cli", token.formatted(anonymous.at("refresh_token")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/auth/cli | {'expires_in_millis':86400001} | must be less than or equal to 86400000",
        "/auth/cli | {'expires_in_millis':'x'} | body.expires_in_millis must be a `number` type",
        "/auth/cli | {'expires_in_millis':null} | body.expires_in_millis cannot be null",
        "/auth/cli | {'anon_refresh_token':{}} | anon_refresh_token must be a `string` type",
        "/auth/cli | {'x':1} | body contains unknown properties: x",
        "/auth/cli/poll | {} | body.polling_code must be defined",
        "/auth/cli/poll | {'polling_code':null} | body.polling_code cannot be null",
        "/auth/cli/complete | {} | body.login_code must be defined",
        "/auth/cli/complete | {'mode':'x'} | check, claim-anon-session, complete",
        "/auth/cli/complete | {'refresh_token':[]} | body.refresh_token must be a `string` type"
      })
  void requestsAreInForm(String path, String body, String problem) throws Exception {
    Wire.Reply reply = post(client, path, body);
    assertEquals("400 SCHEMA_ERROR", told(reply));
    assertTrue(reply.at("error").contains(problem), reply.text());
    Wire bare = client.without("x-stack-access-type").without("x-stack-publishable-client-key");
    assertEquals("400 ACCESS_TYPE_REQUIRED", told(post(bare, path, body)));
  }
}
