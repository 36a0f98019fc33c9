package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class OAuthTokenRoutesTest {
  private static final String NO_KEY = "__stack_public_client__";

  private final World world;
  private final Wire nobody;

  OAuthTokenRoutesTest(World world) {
    this.world = world;
    this.nobody = Wire.to(URI.create(world.stackAuth().baseUrl() + "/api/v1"));
  }

  private Wire.Reply refresh(String clientId, String secret, String more) throws Exception {
    return nobody
        .with("content-type", "application/x-www-form-urlencoded;charset=UTF-8")
        .send(
            "POST",
            "/auth/oauth/token",
            "grant_type=refresh_token&client_id=" + clientId + "&client_secret=" + secret + more);
  }

  @Test
  void aRefreshWithoutAKnownClientFailsBeforeItsTokenIsLookedAt() throws Exception {
    String project = world.stackAuth().projectId();

    JsonNode wrongKey = refresh(project, "pck_wrong", "&refresh_token=x").json();
    assertEquals("INVALID_OAUTH_CLIENT_ID_OR_SECRET", wrongKey.path("code").asText());
    assertTrue(wrongKey.at("/details/client_id").isNull());
    assertEquals(
        "INVALID_OAUTH_CLIENT_ID_OR_SECRET",
        refresh("nope", NO_KEY, "&refresh_token=x").at("code"));
    assertEquals(
        "INVALID_OAUTH_CLIENT_ID_OR_SECRET",
        nobody
            .post(
                "/auth/oauth/token",
                "{\"grant_type\":\"refresh_token\",\"client_id\":\"%s\",\"refresh_token\":\"x\"}"
                    .formatted(project))
            .at("code"));
    world.stackAuth().configure(settings -> settings.requirePublishableClientKey(true));
    assertEquals(
        "PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT",
        refresh(project, NO_KEY, "&refresh_token=x").at("code"));
  }

  @Test
  void aRefreshWithoutAGoodTokenFails() throws Exception {
    String project = world.stackAuth().projectId();

    Wire.Reply missing = refresh(project, NO_KEY, "");
    assertEquals(400, missing.status());
    assertEquals("invalid_request", missing.at("error"));
    assertTrue(missing.header("x-stack-known-error").isEmpty());
    assertEquals(
        "REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED",
        refresh(project, NO_KEY, "&refresh_token=x").at("code"));
    assertEquals("SCHEMA_ERROR", nobody.post("/auth/oauth/token", "{}").at("code"));
  }

  @Test
  void aRefreshGivesATokenInTheStandardsForm() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");

    Wire.Reply reply =
        refresh(
            world.stackAuth().projectId(),
            world.stackAuth().publishableClientKey(),
            "&unknown=1&refresh_token=" + ada.refreshToken());

    assertEquals("no-store", reply.header("cache-control").orElse(""));
    assertEquals("no-cache", reply.header("pragma").orElse(""));
    assertEquals("Bearer", reply.at("token_type"));
    assertEquals(3600, reply.json().path("expires_in").asInt());
    assertEquals("legacy", reply.at("scope"));
    assertTrue(reply.json().path("afterCallbackRedirectUrl").isNull());
    assertEquals(6, reply.json().size());
    Wire refreshed = Wire.stackClient(world).with("x-stack-access-token", reply.at("access_token"));
    assertEquals(ada.userId(), refreshed.get("/users/me").at("id"));
  }
}
