package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class OAuthProviderRoutesTest {
  private static final SocialAccount ADA = SocialAccount.of("ada@example.com");
  private static final String NOBODY = "0b6f7c9e-2b0e-4c64-9a53-4b1d2a7c0f11";

  private final World world;
  private final SocialBrowser browser;
  private final Wire server;

  OAuthProviderRoutesTest(World world) {
    this.world = world;
    this.browser = new SocialBrowser(world);
    this.server = Wire.stackServer(world);
  }

  @BeforeEach
  void googleIsOn() {
    world.stackAuth().configure(settings -> settings.oauthProviders("google", "github"));
  }

  private Wire.Reply create(String user, String provider, String account, boolean signIn)
      throws Exception {
    return server.post(
        "/oauth-providers",
        """
        {"user_id":"%s","provider_config_id":"%s","account_id":"%s",
         "allow_sign_in":%s,"allow_connected_accounts":true}
        """
            .formatted(user, provider, account, signIn));
  }

  private static Wire.Reply patch(Wire wire, String user, String id, String body) throws Exception {
    return wire.with("content-type", "application/json")
        .send("PATCH", "/oauth-providers/" + user + "/" + id, body);
  }

  private static void assertText(int status, String text, Wire.Reply reply) {
    assertEquals(text, reply.text());
    assertEquals(status, reply.status());
  }

  @Test
  void aClientMayTouchItsOwnOnly() throws Exception {
    Wire ada = browser.signedIn(ADA, Map.of());
    String bob = SignedIn.up(world, "bob@example.com").userId();
    String id = create(bob, "google", "bob-at-google", true).at("id");
    String one = "/oauth-providers/" + bob + "/" + id;
    String refusal = "Client can only %s OAuth providers for their own user.";
    assertText(403, refusal.formatted("list"), ada.get("/oauth-providers"));
    assertText(403, refusal.formatted("list"), ada.get("/oauth-providers?user_id=" + bob));
    assertText(403, refusal.formatted("read"), ada.get(one));
    assertText(403, refusal.formatted("update"), patch(ada, bob, id, "{\"allow_sign_in\":false}"));
    assertText(403, refusal.formatted("delete"), ada.send("DELETE", one, ""));
    assertEquals("INSUFFICIENT_ACCESS_TYPE", ada.post("/oauth-providers", "{}").at("code"));
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    String ada = SignedIn.up(world, "ada@example.com").userId();
    assertText(
        404,
        "OAuth provider spotify not found or not configured",
        create(NOBODY, "spotify", "x", true));
    assertEquals("USER_NOT_FOUND", create(NOBODY, "google", "x", true).at("code"));
    assertEquals(
        "USER_NOT_FOUND", server.get("/oauth-providers/" + NOBODY + "/" + NOBODY).at("code"));
    assertText(
        404,
        "OAuth provider " + NOBODY + " for user " + ada + " not found",
        server.get("/oauth-providers/" + ada + "/" + NOBODY));
  }

  @Test
  void ofEachProviderAUserHasOneToSignInWith() throws Exception {
    String ada = SignedIn.up(world, "ada@example.com").userId();
    assertEquals(201, create(ada, "google", "one", true).status());
    assertText(
        400,
        "The same provider type with sign-in enabled already exists for this user.",
        create(ada, "google", "two", true));
    assertText(
        400,
        "The same provider type with the same account ID already exists for this user.",
        create(ada, "google", "one", false));
    assertEquals(201, create(ada, "github", "one", true).status());
    String second = create(ada, "google", "two", false).at("id");
    assertText(
        400,
        "The same provider type with the same account ID already exists for this user.",
        patch(server, ada, second, "{\"account_id\":\"one\"}"));
    assertText(
        400,
        "The same provider type with sign-in enabled already exists for this user.",
        patch(server, ada, second, "{\"allow_sign_in\":true}"));
  }

  @Test
  void anAccountSignsOneUserIn() throws Exception {
    String ada = SignedIn.up(world, "ada@example.com").userId();
    String bob = SignedIn.up(world, "bob@example.com").userId();
    create(ada, "google", "one", true);
    Wire.Reply taken = create(bob, "google", "one", true);
    assertEquals(400, taken.status());
    assertEquals("OAUTH_PROVIDER_ACCOUNT_ID_ALREADY_USED_FOR_SIGN_IN", taken.at("code"));
    String quiet = create(bob, "google", "one", false).at("id");
    assertEquals(
        "OAUTH_PROVIDER_ACCOUNT_ID_ALREADY_USED_FOR_SIGN_IN",
        patch(server, bob, quiet, "{\"allow_sign_in\":true,\"account_id\":\"one\"}").at("code"));
  }

  @Test
  void serversSeeTheAccountIdAndClientsDoNot() throws Exception {
    String ada = browser.signedIn(ADA, Map.of()).get("/users/me").at("id");
    Wire client = browser.signedIn(ADA, Map.of());
    JsonNode mine = client.get("/oauth-providers?user_id=me").json().at("/items/0");
    assertEquals(7, mine.size());
    assertEquals("google", mine.path("provider_config_id").asText());
    assertEquals("google", mine.path("type").asText());
    assertEquals(ADA.email(), mine.path("email").asText());
    assertTrue(mine.path("allow_sign_in").booleanValue());
    JsonNode all = server.get("/oauth-providers").json();
    assertFalse(all.path("is_paginated").booleanValue());
    assertEquals(ADA.subject(), all.at("/items/0/account_id").asText());
    Wire.Reply unknown = create(ada, "github", "x", true);
    assertEquals(201, unknown.status());
    assertFalse(unknown.json().has("email"), "an unknown address is left out");
  }

  @Test
  void anAccountThatMayNotSignInSignsNobodyIn() throws Exception {
    Wire client = browser.signedIn(ADA, Map.of());
    String id = client.get("/oauth-providers?user_id=me").json().at("/items/0/id").asText();
    assertEquals("SCHEMA_ERROR", patch(client, "me", id, "{\"account_id\":\"x\"}").at("code"));
    JsonNode changed =
        patch(client, "me", id, "{\"allow_sign_in\":false,\"allow_connected_accounts\":false}")
            .json();
    assertFalse(changed.path("allow_sign_in").booleanValue());
    assertTrue(client.get("/connected-accounts/me").json().path("items").isEmpty());

    assertEquals(
        "CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE",
        refusedAsStranger(),
        "nothing but the address leads to the user now, and merging wants both proved");
  }

  private String refusedAsStranger() throws Exception {
    world.oauth().next(OAuthDecision.approve(ADA.unverified()));
    return SocialBrowser.parameter(browser.back("google", Map.of()), "errorCode");
  }

  @Test
  void aChangedAccountIdSignsInFromThenOn() throws Exception {
    String ada = SignedIn.up(world, "ada@example.com").userId();
    String id = create(ada, "google", "old", true).at("id");
    SocialAccount bob = SocialAccount.of("bob@example.com");
    Wire.Reply changed =
        patch(
            server,
            ada,
            id,
            "{\"account_id\":\"%s\",\"email\":\"Bob@Example.com\"}".formatted(bob.subject()));
    assertEquals("bob@example.com", changed.at("email"), changed.text());
    assertEquals(ada, browser.signedIn(bob, Map.of()).get("/users/me").at("id"));
  }

  @Test
  void aDeletedAccountIsGone() throws Exception {
    Wire client = browser.signedIn(ADA, Map.of());
    String id = client.get("/oauth-providers?user_id=me").json().at("/items/0/id").asText();
    assertTrue(
        client
            .send("DELETE", "/oauth-providers/me/" + id, "")
            .json()
            .path("success")
            .booleanValue());
    assertTrue(client.get("/users/me").json().path("oauth_providers").isEmpty());
    assertEquals(404, client.get("/oauth-providers/me/" + id).status());
  }
}
