package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.body;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class SessionRoutesTest {
  private final World world;
  private final AuthEmulator emulator;
  private final StytchClient stytch;

  SessionRoutesTest(World world, AuthEmulator emulator) {
    this.world = world;
    this.emulator = emulator;
    this.stytch = new StytchClient(world);
  }

  private Wire.Reply byToken(JsonNode signedIn, Object... more) throws Exception {
    Object[] pairs = new Object[more.length + 2];
    pairs[0] = "session_token";
    pairs[1] = signedIn.path("session_token").textValue();
    System.arraycopy(more, 0, pairs, 2, more.length);
    return stytch.post("/v1/sessions/authenticate", pairs);
  }

  private Wire.Reply byJwt(String jwt) throws Exception {
    return stytch.post("/v1/sessions/authenticate", "session_jwt", jwt);
  }

  @Test
  void liveSessionsAreListed() throws Exception {
    JsonNode ada = stytch.signUp();
    String path = "/v1/sessions?user_id=" + ada.path("user_id").textValue();

    assertEquals(1, succeed(stytch.get(path)).path("sessions").size());
    world.clock().advance(Duration.ofHours(1));
    assertEquals(0, succeed(stytch.get(path)).path("sessions").size());
    assertRefused(400, "bad_request", stytch.get("/v1/sessions"));
    assertRefused(400, "invalid_user_id", stytch.get("/v1/sessions?user_id=user-test-1"));
  }

  @Test
  void aRevokedSessionIsOverWhicheverWayItIsNamed() throws Exception {
    for (String way : new String[] {"session_id", "session_token", "session_jwt"}) {
      world.reset();
      JsonNode ada = stytch.signUp();
      String value =
          way.equals("session_id")
              ? ada.at("/session/session_id").textValue()
              : ada.path(way).textValue();

      succeed(stytch.post("/v1/sessions/revoke", way, value));

      assertRefused(404, "session_not_found", byToken(ada));
      assertRefused(404, "session_not_found", byJwt(ada.path("session_jwt").textValue()));
    }
  }

  @Test
  void revokingWantsExactlyOneName() throws Exception {
    String path = "/v1/sessions/revoke";

    assertRefused(400, "no_session_revoke_arguments", stytch.post(path));
    assertRefused(
        400,
        "too_many_session_revoke_arguments",
        stytch.post(path, "session_id", "a", "session_token", "b"));
    assertRefused(400, "invalid_session_id", stytch.post(path, "session_id", "a"));
    assertRefused(404, "session_not_found", stytch.post(path, "session_token", "unknown"));
  }

  @Test
  void aJwtOfAnotherWorldIsRefused() throws Exception {
    try (World elsewhere = emulator.newWorld()) {
      JsonNode foreign = new StytchClient(elsewhere).signUp();

      assertRefused(400, "jwt_invalid_issuer", byJwt(foreign.path("session_jwt").textValue()));
      assertRefused(404, "session_not_found", byToken(foreign));
    }
  }

  @Test
  void aJwtWithAForeignSignatureIsRefused() throws Exception {
    String jwt = stytch.signUp().path("session_jwt").textValue();
    int dot = jwt.lastIndexOf('.');
    char other = jwt.charAt(dot + 10) == 'A' ? 'B' : 'A';

    assertRefused(
        404,
        "session_not_found",
        byJwt(jwt.substring(0, dot + 10) + other + jwt.substring(dot + 11)));
  }

  @Test
  void rolesDecideAnAuthorizationCheck() throws Exception {
    JsonNode ada = stytch.signUp();
    JsonNode read = body("resource_id", "documents", "action", "read");
    JsonNode delete = body("resource_id", "documents", "action", "delete");

    assertEquals(
        "{\"authorized\":true,\"granting_roles\":[\"stytch_user\"]}",
        succeed(byToken(ada, "authorization_check", read)).path("verdict").toString());
    assertRefused(
        403, "consumer_session_authorization_error", byToken(ada, "authorization_check", delete));
    succeed(
        stytch.put(
            "/v1/users/" + ada.path("user_id").textValue(), "roles", Json.array().add("admin")));
    succeed(byToken(ada, "authorization_check", delete));
  }

  @Test
  void aDurationAboveTheProjectsOwnIsRefused() throws Exception {
    JsonNode ada = stytch.signUp();
    world.stytch().configure(settings -> settings.longestSession(Duration.ofMinutes(30)));

    assertRefused(400, "invalid_session_duration", byToken(ada, "session_duration_minutes", 31));
    succeed(byToken(ada, "session_duration_minutes", 30));
    assertRefused(
        400, "invalid_session_duration_minutes", byToken(ada, "session_duration_minutes", 527_041));
  }

  @Test
  void customClaimsAreBounded() throws Exception {
    JsonNode ada = stytch.signUp();

    assertRefused(
        400,
        "custom_claims_too_large",
        byToken(ada, "session_custom_claims", body("a", "x".repeat(4096))));
  }

  @Test
  void keysRotateWithOverlap() throws Exception {
    String before = stytch.signUp().path("session_jwt").textValue();

    world.stytch().rotateKeys(Duration.ofDays(30));

    succeed(byJwt(before));
    String path = "/v1/sessions/jwks/" + world.stytch().projectId();
    assertEquals(2, succeed(Wire.to(world.stytch().baseUrl()).get(path)).path("keys").size());
    world.clock().advance(Duration.ofDays(31));
    assertEquals(1, succeed(Wire.to(world.stytch().baseUrl()).get(path)).path("keys").size());
    assertRefused(
        404,
        "project_not_found",
        Wire.to(world.stytch().baseUrl()).get("/v1/sessions/jwks/project-test-none"));
  }
}
