package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stackauth.StackAuthSettings.MergeStrategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class OAuthUsersTest {
  private static final String EMAIL = "ada@example.com";
  private static final SocialAccount ADA = SocialAccount.of(EMAIL).named("Ada King");

  private final World world;
  private final SocialBrowser browser;

  OAuthUsersTest(World world) {
    this.world = world;
    this.browser = new SocialBrowser(world);
  }

  @BeforeEach
  void googleIsOn() {
    world.stackAuth().configure(settings -> settings.oauthProviders("google"));
  }

  private JsonNode me(SocialAccount account, Map<String, String> changes) throws Exception {
    return browser.signedIn(account, changes).get("/users/me").json();
  }

  private void verify(String userId) throws Exception {
    Wire.Reply patched =
        Wire.stackServer(world)
            .with("content-type", "application/json")
            .send("PATCH", "/users/" + userId, "{\"primary_email_verified\":true}");
    assertEquals(200, patched.status(), patched.text());
  }

  private void assertTaken(boolean wouldWorkIfVerified, SocialAccount account) throws Exception {
    world.oauth().next(OAuthDecision.approve(account));
    Wire.Reply reply = browser.back("google", Map.of());
    assertEquals(
        "CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE",
        SocialBrowser.parameter(reply, "errorCode"));
    JsonNode details = Json.read(SocialBrowser.parameter(reply, "details"));
    assertEquals("email", details.path("type").asText());
    assertEquals(EMAIL, details.path("contact_channel_value").asText());
    assertEquals(
        wouldWorkIfVerified, details.path("would_work_if_email_was_verified").booleanValue());
  }

  @Test
  void anAddressThatOneSideDidNotProveIsNotMerged() throws Exception {
    String userId = SignedIn.up(world, EMAIL).userId();
    assertTaken(true, ADA);
    verify(userId);
    assertTaken(true, ADA.unverified());
    assertEquals(userId, me(ADA, Map.of()).path("id").asText(), "both are proved now");
  }

  @Test
  void aProjectMayRefuseToMerge() throws Exception {
    world.stackAuth().configure(settings -> settings.mergeStrategy(MergeStrategy.RAISE_ERROR));
    verify(SignedIn.up(world, EMAIL).userId());
    assertTaken(false, ADA);
  }

  @Test
  void aProjectMayKeepTwoUsersWithOneAddress() throws Exception {
    world.stackAuth().configure(settings -> settings.mergeStrategy(MergeStrategy.ALLOW_DUPLICATES));
    SignedIn first = SignedIn.up(world, EMAIL);
    verify(first.userId());

    JsonNode second = me(ADA, Map.of());

    assertNotEquals(first.userId(), second.path("id").asText());
    assertEquals(EMAIL, second.path("primary_email").asText());
    JsonNode seenByServer =
        Wire.stackServer(world).get("/users/" + second.path("id").asText()).json();
    assertFalse(seenByServer.path("primary_email_auth_enabled").booleanValue());
    assertEquals(second.path("id"), me(ADA, Map.of()).path("id"), "the account knows its user");
  }

  @Test
  void aStrangerGetsAUserWithWhatTheProviderKnows() throws Exception {
    JsonNode response = browser.exchange(browser.code(ADA, Map.of())).json();
    assertTrue(response.path("is_new_user").booleanValue());

    JsonNode user = me(ADA, Map.of());

    assertEquals("Ada King", user.path("display_name").asText());
    assertEquals(EMAIL, user.path("primary_email").asText());
    assertTrue(user.path("primary_email_verified").booleanValue());
    assertFalse(user.path("has_password").booleanValue());
    assertEquals("google", user.at("/oauth_providers/0/id").asText());
    assertEquals(ADA.subject(), user.at("/oauth_providers/0/account_id").asText());
    assertEquals(1, user.path("oauth_providers").size(), "the second sign-in adds nothing");
    assertFalse(
        browser.exchange(browser.code(ADA, Map.of())).json().path("newUser").booleanValue());
  }

  @Test
  void anAccountWithoutAnAddressIsNobodysNamesake() throws Exception {
    SocialAccount nameless = new SocialAccount("subject-1", "", false, "", "", "");
    SocialAccount another = new SocialAccount("subject-2", "", false, "", "", "");
    JsonNode user = me(nameless, Map.of());
    assertTrue(user.path("primary_email").isNull());
    assertNotEquals(user.path("id"), me(another, Map.of()).path("id"));
  }

  @Test
  void anAnonymousUserIsUpgraded() throws Exception {
    Wire.Reply anonymous = Wire.stackClient(world).post("/auth/anonymous/sign-up");
    JsonNode user = me(ADA, Map.of("token", anonymous.at("access_token")));
    assertEquals(anonymous.at("user_id"), user.path("id").asText());
    assertFalse(user.path("is_anonymous").booleanValue());
    assertEquals(EMAIL, user.path("primary_email").asText());
  }

  @Test
  void anotherUsersAccountIsNotLinked() throws Exception {
    me(ADA, Map.of());
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    world.oauth().next(OAuthDecision.approve(ADA));
    Wire.Reply reply = browser.back("google", Map.of("type", "link", "token", bob.accessToken()));
    assertEquals(
        "OAUTH_CONNECTION_ALREADY_CONNECTED_TO_ANOTHER_USER",
        SocialBrowser.parameter(reply, "errorCode"));
    assertTrue(bob.wire().get("/users/me").json().path("oauth_providers").isEmpty());
  }

  @Test
  void aLinkWhoseUserIsGoneMakesTheServiceFail() throws Exception {
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    world.oauth().next(OAuthDecision.approve(ADA));
    Wire.Reply started =
        browser.start("google", Map.of("type", "link", "token", bob.accessToken()));
    Wire.stackServer(world).send("DELETE", "/users/" + bob.userId(), "");

    assertEquals(500, browser.follow(browser.follow(started)).status());
    List<LedgerEntry> entries = world.ledger().entries();
    assertEquals("Nobody is left to link to.", entries.get(entries.size() - 1).cause());
  }

  @Test
  void aLinkedAccountSignsItsUserIn() throws Exception {
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    Map<String, String> link = Map.of("type", "link", "token", bob.accessToken());
    JsonNode response = browser.exchange(browser.code(ADA, link)).json();
    assertFalse(response.path("is_new_user").booleanValue());
    assertEquals(bob.userId(), me(ADA, link).path("id").asText(), "linking again refreshes it");

    JsonNode user = me(ADA, Map.of());

    assertEquals(bob.userId(), user.path("id").asText());
    assertEquals("bob@example.com", user.path("primary_email").asText());
    assertEquals(1, user.path("oauth_providers").size());
  }

  @Test
  void aTokenOfAFullUserChangesNothingAboutASignIn() throws Exception {
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    assertNotEquals(bob.userId(), me(ADA, Map.of("token", bob.accessToken())).path("id").asText());
  }

  @Test
  void whoWasDeletedIsAStrangerAgain() throws Exception {
    String first = me(ADA, Map.of()).path("id").asText();
    Wire.stackServer(world).send("DELETE", "/users/" + first, "");
    assertNotEquals(first, me(ADA, Map.of()).path("id").asText());
  }
}
