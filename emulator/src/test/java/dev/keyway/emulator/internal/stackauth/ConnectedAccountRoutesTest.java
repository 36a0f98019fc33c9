package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class ConnectedAccountRoutesTest {
  private static final SocialAccount ADA = SocialAccount.of("ada@example.com");
  private static final String NOBODY = "0b6f7c9e-2b0e-4c64-9a53-4b1d2a7c0f11";

  private final World world;
  private final SocialBrowser browser;
  private final Wire server;

  ConnectedAccountRoutesTest(World world) {
    this.world = world;
    this.browser = new SocialBrowser(world);
    this.server = Wire.stackServer(world);
  }

  @BeforeEach
  void googleIsOn() {
    world.stackAuth().configure(settings -> settings.oauthProviders("google", "github"));
  }

  private static String token(String user, String provider) {
    return "/connected-accounts/" + user + "/" + provider + "/access-token";
  }

  private Wire signedIn(Map<String, String> changes) throws Exception {
    return browser.signedIn(ADA, changes);
  }

  private static void assertError(int status, String code, Wire.Reply reply) {
    assertEquals(code, reply.at("code"), reply.text());
    assertEquals(status, reply.status());
  }

  @Test
  void aClientSeesNobodyElsesAccounts() throws Exception {
    String bob = SignedIn.up(world, "bob@example.com").userId();
    Wire ada = signedIn(Map.of());
    Wire.Reply list = ada.get("/connected-accounts/" + bob);
    assertEquals(403, list.status());
    assertEquals("Client can only list connected accounts for their own user.", list.text());
    Wire.Reply token = ada.post(token(bob, "google"), "{}");
    assertEquals(403, token.status());
    assertEquals("Client can only access its own connected accounts", token.text());
    assertError(
        400,
        "CANNOT_GET_OWN_USER_WITHOUT_USER",
        Wire.stackClient(world).get("/connected-accounts/me"));
  }

  @Test
  void aTokenIsRefusedInTheServicesOrder() throws Exception {
    Wire ada = signedIn(Map.of());
    assertError(
        400,
        "OAUTH_CONNECTION_DOES_NOT_HAVE_REQUIRED_SCOPE",
        ada.post(token("me", "google"), "{\"scope\":\"email calendar\"}"));
    assertError(
        400, "OAUTH_CONNECTION_NOT_CONNECTED_TO_USER", ada.post(token("me", "github"), "{}"));
    assertError(
        400,
        "OAUTH_CONNECTION_NOT_CONNECTED_TO_USER",
        ada.post("/connected-accounts/me/google/another-account/access-token", "{}"));
    world.stackAuth().configure(settings -> settings.sharedOauthProviders("google", "github"));
    assertError(
        400,
        "OAUTH_ACCESS_TOKEN_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS",
        ada.post(token("me", "github"), "{}"));
    world.stackAuth().configure(settings -> settings.oauthProviders("google"));
    assertError(
        400, "OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED", ada.post(token("me", "github"), "{}"));
    assertError(400, "SCHEMA_ERROR", ada.post(token("me", "google"), "{\"more\":1}"));
  }

  @Test
  void aStrangerHasNoAccounts() throws Exception {
    assertTrue(
        server.get("/connected-accounts/" + NOBODY).json().path("items").isEmpty(), "nobody's");
  }

  @Test
  void accountsAreListedWithTheProvidersIds() throws Exception {
    Wire ada = signedIn(Map.of());
    String userId = ada.get("/users/me").at("id");
    JsonNode list = ada.get("/connected-accounts/me").json();
    assertFalse(list.path("is_paginated").booleanValue());
    assertEquals(1, list.path("items").size());
    JsonNode item = list.at("/items/0");
    assertEquals(3, item.size());
    assertEquals(userId, item.path("user_id").asText());
    assertEquals("google", item.path("provider").asText());
    assertEquals(ADA.subject(), item.path("provider_account_id").asText());
  }

  @Test
  void aTokenIsKeptUntilItsLastMinutesAndThenRenewed() throws Exception {
    String userId = signedIn(Map.of("provider_scope", "calendar")).get("/users/me").at("id");
    String scope = "{\"scope\":\"calendar openid\"}";
    Wire.Reply first = server.post(token(userId, "google"), scope);
    assertEquals(201, first.status());
    world.clock().advance(Duration.ofMinutes(54));
    assertEquals(
        first.at("access_token"), server.post(token(userId, "google"), scope).at("access_token"));

    world.clock().advance(Duration.ofMinutes(1));
    String renewed = server.post(token(userId, "google"), scope).at("access_token");

    assertNotEquals(first.at("access_token"), renewed);
    String account = "/connected-accounts/" + userId + "/google/" + ADA.subject();
    assertEquals(renewed, server.post(account + "/access-token", "{}").at("access_token"));
  }

  @Test
  void whatTheProviderTookBackIsNotConnectedAnyMore() throws Exception {
    Wire ada = signedIn(Map.of());
    String userId = ada.get("/users/me").at("id");
    world.oauth().clear();
    assertEquals(
        201, ada.post(token("me", "google"), "{}").status(), "the kept token is not asked about");
    world.clock().advance(Duration.ofHours(1));
    assertError(
        400, "OAUTH_CONNECTION_NOT_CONNECTED_TO_USER", server.post(token(userId, "google"), "{}"));
  }

  @Test
  void theOlderRouteLosesTheErrorHeader() throws Exception {
    Wire ada = signedIn(Map.of());
    String path = "/auth/oauth/connected-accounts/%s/access-token";
    assertEquals(
        ada.post(token("me", "google"), "{}").at("access_token"),
        ada.post(path.formatted("google"), "{}").at("access_token"));
    Wire.Reply refused = ada.post(path.formatted("github"), "{}");
    assertEquals("OAUTH_CONNECTION_NOT_CONNECTED_TO_USER", refused.at("code"));
    assertTrue(refused.header("x-stack-known-error").isEmpty(), "no header");
  }
}
