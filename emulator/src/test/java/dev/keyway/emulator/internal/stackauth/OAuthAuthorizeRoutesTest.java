package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class OAuthAuthorizeRoutesTest {
  private static final String EVIL = "https://evil.example/";

  private final World world;
  private final AuthEmulator emulator;
  private final SocialBrowser browser;

  OAuthAuthorizeRoutesTest(World world, AuthEmulator emulator) {
    this.world = world;
    this.emulator = emulator;
    this.browser = new SocialBrowser(world);
  }

  @BeforeEach
  void googleIsOnAndGithubRunsOnSharedKeys() {
    world
        .stackAuth()
        .configure(s -> s.oauthProviders("google", "github").sharedOauthProviders("github"));
  }

  private static void assertKnown(int status, String code, Wire.Reply reply) {
    assertEquals(code, reply.at("code"), reply.text());
    assertEquals(status, reply.status());
    assertEquals(code, reply.header("x-stack-known-error").orElse(""));
    assertTrue(reply.header("location").isEmpty(), "no redirect");
  }

  private static void assertText(int status, String text, Wire.Reply reply) {
    assertEquals(text, reply.text());
    assertEquals(status, reply.status());
    assertTrue(reply.header("location").isEmpty(), "no redirect");
  }

  @Test
  void theStartIsRefusedInTheServicesOrder() throws Exception {
    Map<String, String> wrong = new HashMap<>();
    wrong.put("token", "no token");
    wrong.put("provider_scope", "calendar");
    assertKnown(
        400,
        "OAUTH_EXTRA_SCOPE_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS",
        browser.start("github", wrong));
    wrong.put("bot_challenge_token", "bad");
    assertKnown(409, "BOT_CHALLENGE_REQUIRED", browser.start("github", wrong));
    wrong.put("bot_challenge_phase", "visible");
    assertKnown(400, "BOT_CHALLENGE_FAILED", browser.start("github", wrong));
    wrong.put("after_callback_redirect_url", EVIL);
    assertKnown(400, "REDIRECT_URL_NOT_WHITELISTED", browser.start("github", wrong));
    wrong.put("type", "link");
    wrong.put("token", "");
    assertText(
        400, "?token= query parameter is required for link type", browser.start("github", wrong));
    assertKnown(400, "OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED", browser.start("spotify", wrong));
    wrong.put("client_secret", "pck_wrong");
    assertKnown(401, "INVALID_PUBLISHABLE_CLIENT_KEY", browser.start("spotify", wrong));
    wrong.put("client_id", "nobody");
    Wire.Reply unknown = browser.start("spotify", wrong);
    assertKnown(400, "INVALID_OAUTH_CLIENT_ID_OR_SECRET", unknown);
    assertEquals("nobody", unknown.json().at("/details/client_id").asText());
    wrong.put("grant_type", "implicit");
    assertKnown(400, "SCHEMA_ERROR", browser.start("spotify", wrong));
  }

  @Test
  void everyParameterOfTheFlowIsDemanded() throws Exception {
    for (String name :
        new String[] {
          "client_id",
          "client_secret",
          "redirect_uri",
          "scope",
          "state",
          "grant_type",
          "code_challenge",
          "code_challenge_method",
          "response_type"
        }) {
      Wire.Reply reply = browser.start("google", Map.of(name, ""));
      assertKnown(400, "SCHEMA_ERROR", reply);
      assertTrue(reply.at("error").endsWith("query." + name + " must be defined"), name);
    }
    assertKnown(400, "SCHEMA_ERROR", browser.start("google", Map.of("redirect_uri", "/here")));
    assertEquals(307, browser.start("google", Map.of("unknown", "1")).status());
  }

  @Test
  void aProjectMayDemandItsKey() throws Exception {
    Map<String, String> keyless = Map.of("client_secret", "__stack_public_client__");
    assertEquals(307, browser.start("google", keyless).status());
    world.stackAuth().configure(settings -> settings.requirePublishableClientKey(true));
    assertKnown(
        401, "PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT", browser.start("google", keyless));
  }

  @Test
  void onlyTheMainBranchIsThere() throws Exception {
    String project = world.stackAuth().projectId();
    assertEquals(307, browser.start("google", Map.of("client_id", project + "#main")).status());
    assertKnown(
        400,
        "INVALID_OAUTH_CLIENT_ID_OR_SECRET",
        browser.start("google", Map.of("client_id", project + "#other")));
  }

  @Test
  void theTokenOfASignedInUserMustBeGood() throws Exception {
    String token = SignedIn.up(world, "ada@example.com").accessToken();
    Map<String, String> link = Map.of("type", "link", "token", token);
    assertEquals(307, browser.start("google", link).status());
    assertKnown(
        401,
        "UNPARSABLE_ACCESS_TOKEN",
        browser.start("google", Map.of("type", "link", "token", "no token")));
    try (World other = emulator.newWorld()) {
      String foreign = SignedIn.up(other, "ada@example.com").accessToken();
      assertText(
          403,
          "The access token is not valid for this project",
          browser.start("google", Map.of("type", "link", "token", foreign)));
    }
    world.clock().advance(Duration.ofMinutes(11));
    assertKnown(401, "ACCESS_TOKEN_EXPIRED", browser.start("google", link));
  }

  @Test
  void theBrowserLeavesWithACookieForTenMinutes() throws Exception {
    Wire.Reply reply = browser.start("google", Map.of("provider_scope", "calendar email"));

    assertEquals(307, reply.status());
    String state = SocialBrowser.parameter(reply, "state");
    assertFalse(state.contains("outer"), "the application's state stays here");
    assertEquals("openid email profile calendar", SocialBrowser.parameter(reply, "scope"));
    assertEquals(
        world.stackAuth().baseUrl() + "/api/v1/auth/oauth/callback/google",
        SocialBrowser.parameter(reply, "redirect_uri"));
    String cookie = reply.header("set-cookie").orElse("");
    assertTrue(cookie.startsWith("stack-oauth-inner-" + state + "=true; Path=/;"), cookie);
    assertTrue(cookie.contains("Max-Age=600;"), cookie);
    assertTrue(cookie.endsWith("HttpOnly"), cookie);
  }

  @Test
  void aScriptGetsTheLocationAndNoCookie() throws Exception {
    Wire.Reply reply = browser.start("google", Map.of("stack_response_mode", "json"));

    assertEquals(200, reply.status());
    assertTrue(reply.at("location").contains("/authorize?"), reply.text());
    assertTrue(reply.header("set-cookie").isEmpty(), "no cookie");
  }
}
