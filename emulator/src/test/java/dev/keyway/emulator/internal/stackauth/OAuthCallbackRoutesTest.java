package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class OAuthCallbackRoutesTest {
  private static final String EVIL = "https://evil.example/";
  private static final SocialAccount ADA = SocialAccount.of("Ada@example.com");

  private final World world;
  private final AuthEmulator emulator;
  private final SocialBrowser browser;

  OAuthCallbackRoutesTest(World world, AuthEmulator emulator) {
    this.world = world;
    this.emulator = emulator;
    this.browser = new SocialBrowser(world);
  }

  @BeforeEach
  void googleIsOn() {
    world.stackAuth().configure(settings -> settings.oauthProviders("google", "github"));
  }

  private Wire.Reply back(OAuthDecision decision, Map<String, String> changes) throws Exception {
    world.oauth().next(decision);
    return browser.back("google", changes);
  }

  private Wire.Reply agreed() throws Exception {
    return back(OAuthDecision.approve(ADA), Map.of());
  }

  /** Errors come back in five parameters and without the state. */
  private static void assertSentBack(String target, String code, Wire.Reply reply) {
    assertEquals(307, reply.status(), reply.text());
    assertTrue(SocialBrowser.location(reply).startsWith(target), SocialBrowser.location(reply));
    assertEquals(code, SocialBrowser.parameter(reply, "errorCode"));
    assertEquals("server_error", SocialBrowser.parameter(reply, "error"));
    assertFalse(SocialBrowser.parameter(reply, "message").isEmpty());
    assertEquals(
        SocialBrowser.parameter(reply, "message"),
        SocialBrowser.parameter(reply, "error_description"));
    assertTrue(SocialBrowser.parameter(reply, "details").startsWith("{"));
    assertEquals("", SocialBrowser.parameter(reply, "state"));
  }

  private static void assertSentBack(String code, Wire.Reply reply) {
    assertSentBack("http://localhost:3000/oauth?next=%2Fhome&", code, reply);
  }

  @Test
  void aCallbackWithoutAKnownStateIsRefused() throws Exception {
    Wire wire = Wire.to(world.stackAuth().baseUrl());
    String path = "/api/v1/auth/oauth/callback/google";
    String forged = world.stackAuth().projectId() + ".forged";
    for (String query : new String[] {"", "?state=x&code=y", "?code=y&state=" + forged}) {
      Wire.Reply reply = wire.get(path + query);
      assertEquals(400, reply.status());
      assertTrue(reply.text().startsWith("Invalid OAuth state."), reply.text());
    }
  }

  @Test
  void aCallbackInAnotherBrowserIsRefused() throws Exception {
    world.oauth().next(OAuthDecision.approve(ADA));
    Wire.Reply atProvider = browser.follow(browser.start("google", Map.of()));
    browser.loseCookies();

    Wire.Reply reply = browser.follow(atProvider);

    assertEquals(400, reply.status());
    assertTrue(reply.text().startsWith("Inner OAuth cookie not found."), reply.text());
    assertTrue(reply.header("location").isEmpty(), "nothing is given away");
  }

  @Test
  void aCallbackWorksOnce() throws Exception {
    world.oauth().next(OAuthDecision.approve(ADA));
    Wire.Reply atProvider = browser.follow(browser.start("google", Map.of()));
    Wire.Reply first = browser.follow(atProvider);
    assertEquals(303, first.status());
    assertTrue(first.header("set-cookie").orElse("").contains("Max-Age=0"), "the cookie goes");

    Wire.Reply second = browser.follow(atProvider);

    assertEquals(400, second.status());
    assertTrue(second.header("location").isEmpty(), "no second code");
  }

  @Test
  void anotherProvidersCallbackAsksForTheCookieFirst() throws Exception {
    world.oauth().next(OAuthDecision.approve(ADA));
    URI google =
        URI.create(SocialBrowser.location(browser.follow(browser.start("google", Map.of()))));
    Wire.Reply reply =
        Wire.to(world.stackAuth().baseUrl())
            .get(google.getRawPath().replace("google", "github") + "?" + google.getRawQuery());
    assertEquals(400, reply.status());
    assertTrue(reply.text().startsWith("Inner OAuth cookie not found."), reply.text());
  }

  @Test
  void whoeverDeclinesComesBackWithoutTheState() throws Exception {
    assertSentBack("OAUTH_PROVIDER_ACCESS_DENIED", back(OAuthDecision.deny(), Map.of()));
    assertSentBack(
        "OAUTH_PROVIDER_TEMPORARILY_UNAVAILABLE",
        back(OAuthDecision.error("server_error", "tired"), Map.of()));
    Wire.Reply nameless = back(OAuthDecision.error("invalid_scope", "what?"), Map.of());
    assertEquals(400, nameless.status());
    assertTrue(nameless.header("location").isEmpty(), "an error without name stays");
    assertTrue(
        Wire.stackServer(world).get("/users").json().path("items").isEmpty(), "no user was made");
  }

  @Test
  void nobodyIsSentToAForeignAddress() throws Exception {
    Wire.Reply foreign = back(OAuthDecision.approve(ADA), Map.of("redirect_uri", EVIL));
    assertEquals(400, foreign.status());
    assertEquals("REDIRECT_URL_NOT_WHITELISTED", foreign.at("code"));
    assertTrue(foreign.header("location").isEmpty(), "no redirect");

    Map<String, String> bothForeign = Map.of("redirect_uri", EVIL, "error_redirect_uri", EVIL);
    assertTrue(back(OAuthDecision.deny(), bothForeign).header("location").isEmpty(), "no redirect");

    String own = "http://localhost:3000/failed";
    assertSentBack(
        own + "?",
        "REDIRECT_URL_NOT_WHITELISTED",
        back(OAuthDecision.approve(ADA), Map.of("redirect_uri", EVIL, "error_redirect_url", own)));
  }

  @Test
  void theSchemeOfMobileAppsIsTrusted() throws Exception {
    Wire.Reply reply =
        back(
            OAuthDecision.approve(ADA),
            Map.of("redirect_uri", "stack-auth-mobile-oauth-url://success"));
    assertTrue(
        SocialBrowser.location(reply).startsWith("stack-auth-mobile-oauth-url://success?code="));
  }

  @Test
  void aFlowLastsTenMinutes() throws Exception {
    world.oauth().next(OAuthDecision.approve(ADA));
    Wire.Reply start = browser.start("google", Map.of());
    world.clock().advance(Duration.ofMinutes(10));

    assertSentBack("OUTER_OAUTH_TIMEOUT", browser.follow(browser.follow(start)));
  }

  @Test
  void anotherScopeFailsOnlyHere() throws Exception {
    Wire.Reply reply = back(OAuthDecision.approve(ADA), Map.of("scope", "openid"));
    assertEquals(400, reply.status());
    assertEquals(
        "Invalid scope requested. Please check the scopes you are requesting.", reply.text());
  }

  @Test
  void aProviderThatWasSwitchedOffMeanwhileSignsNobodyIn() throws Exception {
    world.oauth().next(OAuthDecision.approve(ADA));
    Wire.Reply atProvider = browser.follow(browser.start("google", Map.of()));
    world.stackAuth().configure(settings -> settings.oauthProviders("github"));
    assertSentBack("OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED", browser.follow(atProvider));
  }

  @Test
  void aStrangerNeedsAProjectThatTakesNewAccounts() throws Exception {
    world.stackAuth().configure(settings -> settings.signUpEnabled(false));
    assertSentBack("SIGN_UP_NOT_ENABLED", agreed());
  }

  @Test
  void theApplicationGetsItsStateAndACode() throws Exception {
    Wire.Reply reply =
        back(
            OAuthDecision.approve(ADA),
            Map.of("redirect_uri", SocialBrowser.REDIRECT + "#fragment"));

    assertEquals(303, reply.status());
    assertEquals("{}", reply.text());
    assertTrue(
        SocialBrowser.location(reply)
            .matches(
                "http://localhost:3000/oauth\\?next=%2Fhome&code=[0-9a-f]{64}&state=outer\\+state"),
        SocialBrowser.location(reply));
  }

  @Test
  void withoutACookieToBeginWithNoneIsDemanded() throws Exception {
    world.oauth().next(OAuthDecision.approve(ADA));
    String location = browser.start("google", Map.of("stack_response_mode", "json")).at("location");
    URI atProvider = URI.create(location);
    Wire wire = Wire.to(world.stackAuth().baseUrl());
    Wire.Reply decided = wire.get(atProvider.getRawPath() + "?" + atProvider.getRawQuery());
    URI callback = URI.create(SocialBrowser.location(decided));

    Wire.Reply posted =
        wire.with("content-type", "application/x-www-form-urlencoded")
            .send("POST", callback.getRawPath(), callback.getRawQuery());

    assertEquals(303, posted.status(), "a provider may post its answer as a form");
    assertTrue(posted.header("set-cookie").isEmpty(), "there was no cookie");
  }

  @Test
  void aFlowOfOneWorldMeansNothingInAnother() throws Exception {
    try (World other = emulator.newWorld()) {
      other.stackAuth().configure(settings -> settings.oauthProviders("google"));
      String code = browser.code(ADA, Map.of());
      assertEquals(
          "INVALID_AUTHORIZATION_CODE", new SocialBrowser(other).exchange(code).at("code"));
      assertEquals(200, browser.exchange(code).status());
    }
  }
}
