package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class AnonymousRoutesTest {
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse\"}";

  private final World world;
  private final Wire client;

  AnonymousRoutesTest(World world) {
    this.world = world;
    this.client = Wire.stackClient(world);
  }

  private Wire.Reply signUp() throws Exception {
    return client.post("/auth/anonymous/sign-up");
  }

  @Test
  void anAnonymousTokenIsGoodOnlyWhereItIsAllowed() throws Exception {
    Wire anonymous = client.with("x-stack-access-token", signUp().at("access_token"));

    assertEquals("ANONYMOUS_AUTHENTICATION_NOT_ALLOWED", anonymous.get("/users/me").at("code"));
    JsonNode seen = anonymous.with("x-stack-allow-anonymous-user", "true").get("/users/me").json();
    assertTrue(seen.path("is_anonymous").booleanValue());
    assertTrue(seen.path("is_restricted").booleanValue());
    assertEquals("anonymous", seen.at("/restricted_reason/type").asText());
    assertTrue(seen.path("primary_email").isNull());
  }

  @Test
  void itIsAllowedAlsoWhereNobodyMaySignUp() throws Exception {
    world.stackAuth().configure(settings -> settings.signUpEnabled(false));

    assertEquals(200, signUp().status());
  }

  @Test
  void signingUpWithAPasswordKeepsTheAnonymousUsersId() throws Exception {
    Wire.Reply anonymous = signUp();
    Wire known =
        client
            .with("x-stack-access-token", anonymous.at("access_token"))
            .with("x-stack-allow-anonymous-user", "true");

    Wire.Reply upgraded = known.post("/auth/password/sign-up", ADA);

    assertEquals(anonymous.at("user_id"), upgraded.at("user_id"));
    Wire now = client.with("x-stack-access-token", upgraded.at("access_token"));
    assertFalse(now.get("/users/me").json().path("is_anonymous").booleanValue());
    assertEquals(
        "ANONYMOUS_AUTHENTICATION_NOT_ALLOWED",
        known.without("x-stack-allow-anonymous-user").get("/users/me").at("code"),
        "an old token still says anonymous");
  }

  @Test
  void signingUpWhileSignedInMakesASecondAccount() throws Exception {
    SignedIn bob = SignedIn.up(world, "bob@example.com");

    assertNotEquals(bob.userId(), bob.wire().post("/auth/password/sign-up", ADA).at("user_id"));
  }
}
