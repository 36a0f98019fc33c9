package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.EMAIL;
import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.http.FormValues;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stytch.RedirectPurpose;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class OAuthRoutesTest {
  private static final String AUTHENTICATE = "/v1/oauth/authenticate";

  /** The example of RFC 7636 appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final World world;
  private final StytchClient stytch;
  private final Wire browser;

  OAuthRoutesTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
    this.browser = Wire.to(world.stytch().baseUrl());
  }

  private Wire.Reply start(String provider, String more) throws Exception {
    return browser.get(
        "/v1/public/oauth/"
            + provider
            + "/start?public_token="
            + world.stytch().publicToken()
            + more);
  }

  private static String location(Wire.Reply reply) {
    return reply.header("location").orElseThrow(() -> new AssertionError(reply.text()));
  }

  private Wire.Reply follow(Wire.Reply redirect) throws Exception {
    URI target = URI.create(location(redirect));
    return browser.get(target.getRawPath() + "?" + target.getRawQuery());
  }

  /** The answer of the callback, after the decision that was made beforehand. */
  private Wire.Reply flow(String provider, String more) throws Exception {
    return follow(follow(start(provider, more)));
  }

  private static String token(Wire.Reply callback) {
    URI target = URI.create(location(callback));
    return FormValues.parse(target.getRawQuery()).getOrDefault("token", List.of("")).get(0);
  }

  private void agree(String email) {
    world.oauth().next(OAuthDecision.approve(SocialAccount.of(email).named("Ada King")));
  }

  @Test
  void aStrangerIsSignedUpAndKnownTheNextTime() throws Exception {
    world
        .stytch()
        .configure(
            settings ->
                settings
                    .redirectUrls(RedirectPurpose.SIGNUP, "https://app.example/new")
                    .redirectUrls(RedirectPurpose.LOGIN, "https://app.example/in"));
    agree(EMAIL);
    Wire.Reply first = flow("google", "&custom_scopes=calendar");
    assertTrue(
        location(first).startsWith("https://app.example/new?stytch_token_type=oauth&token="));

    JsonNode signedIn =
        succeed(stytch.post(AUTHENTICATE, "token", token(first), "session_duration_minutes", 5));

    assertEquals("Google", signedIn.path("provider_type").textValue());
    assertEquals(
        "[\"openid\",\"email\",\"profile\",\"calendar\"]",
        signedIn.at("/provider_values/scopes").toString());
    assertFalse(signedIn.has("session"));
    assertEquals(
        signedIn.path("provider_subject"),
        signedIn.at("/user_session/authentication_factors/0/google_oauth_factor/provider_subject"));
    assertEquals("King", signedIn.at("/user/name/last_name").textValue());
    assertTrue(signedIn.at("/user/emails/0/verified").booleanValue());
    agree(EMAIL);
    Wire.Reply second = flow("google", "");
    assertTrue(location(second).startsWith("https://app.example/in?"));
    assertEquals(
        signedIn.path("user_id"),
        succeed(stytch.post(AUTHENTICATE, "token", token(second))).path("user_id"));
  }

  @Test
  void aTokenWorksOnceAndForFiveMinutes() throws Exception {
    agree(EMAIL);
    String used = token(flow("github", ""));
    succeed(stytch.post(AUTHENTICATE, "token", used));
    agree(EMAIL);
    String late = token(flow("github", ""));
    world.clock().advance(Duration.ofMinutes(5));

    for (String token : new String[] {used, late, "unknown"}) {
      assertRefused(400, "oauth_token_not_found", stytch.post(AUTHENTICATE, "token", token));
    }
  }

  @Test
  void anAccountIsTakenFromItsUser() throws Exception {
    agree(EMAIL);
    JsonNode signedIn = succeed(stytch.post(AUTHENTICATE, "token", token(flow("google", ""))));
    String registration = signedIn.path("oauth_user_registration_id").textValue();

    JsonNode left = succeed(stytch.delete("/v1/users/oauth/" + registration));

    assertEquals(signedIn.path("user_id"), left.path("user_id"));
    assertTrue(left.at("/user/providers").isEmpty());
  }

  @Test
  void pkceBindsATokenToWhoBeganTheFlow() throws Exception {
    agree(EMAIL);
    String token = token(flow("google", "&code_challenge=" + CHALLENGE));

    assertRefused(400, "pkce_expected_code_verifier", stytch.post(AUTHENTICATE, "token", token));
    assertRefused(
        400,
        "pkce_mismatch",
        stytch.post(AUTHENTICATE, "token", token, "code_verifier", VERIFIER + "x"));
    succeed(stytch.post(AUTHENTICATE, "token", token, "code_verifier", VERIFIER));
  }

  @Test
  void whoeverDeclinesStaysOnTheServicesPage() throws Exception {
    world.oauth().next(OAuthDecision.deny());
    assertRefused(400, "oauth_flow_callback_error", flow("google", ""));
    world.oauth().next(OAuthDecision.error("server_error", ""));
    assertRefused(400, "oauth_flow_callback_error", flow("google", ""));
    world.oauth().next(OAuthDecision.approve(SocialAccount.of(EMAIL).unverified()));
    assertRefused(400, "oauth_unverified_email", flow("google", ""));
    assertEquals(0, succeed(stytch.post("/v1/users/search")).path("results").size());
  }

  @Test
  void aCallbackWorksOnceAndOnlyWithItsState() throws Exception {
    agree(EMAIL);
    Wire.Reply back = follow(start("google", ""));
    assertEquals(302, follow(back).status());

    assertRefused(400, "oauth_state_used", follow(back));
    String path = URI.create(location(back)).getRawPath();
    assertRefused(400, "oauth_invalid_state", browser.get(path + "?state=forged&code=x"));
    assertRefused(400, "oauth_invalid_state", browser.get(path));
  }

  @Test
  void theStartIsCheckedBeforeTheBrowserLeaves() throws Exception {
    assertRefused(
        400,
        "no_match_for_provided_oauth_url",
        start("google", "&login_redirect_url=https%3A%2F%2Fevil.example"));
    assertRefused(400, "invalid_oauth_provider", start("myspace", ""));
    assertRefused(400, "invalid_oauth_attach_token", start("google", "&oauth_attach_token=forged"));
    assertRefused(400, "public_token_required", browser.get("/v1/public/oauth/google/start"));
    assertRefused(
        400,
        "invalid_public_token_id",
        browser.get("/v1/public/oauth/google/start?public_token=x"));
    world.stytch().configure(settings -> settings.oauthProviders("github"));
    assertRefused(404, "oauth_config_not_found", start("google", ""));
  }

  @Test
  void anAttachTokenLinksAnAccountToASignedInUser() throws Exception {
    JsonNode ada = stytch.signUp();
    String attach =
        succeed(
                stytch.post(
                    "/v1/oauth/attach",
                    "provider",
                    "github",
                    "session_token",
                    ada.path("session_token").textValue()))
            .path("oauth_attach_token")
            .textValue();
    assertRefused(
        400, "invalid_oauth_attach_token", start("google", "&oauth_attach_token=" + attach));
    agree("other@example.com");

    String token = token(flow("github", "&oauth_attach_token=" + attach));
    JsonNode linked =
        succeed(
            stytch.post(
                AUTHENTICATE,
                "token",
                token,
                "session_token",
                ada.path("session_token").textValue()));

    assertEquals(ada.path("user_id"), linked.path("user_id"));
    assertEquals(2, linked.at("/user_session/authentication_factors").size());
    assertEquals("GitHub", linked.at("/user/providers/0/provider_type").textValue());
    assertRefused(
        400, "invalid_oauth_attach_token", start("github", "&oauth_attach_token=" + attach));
    assertRefused(
        400, "no_user_selection_arguments", stytch.post("/v1/oauth/attach", "provider", "github"));
  }

  @Test
  void aPersonDecidesOnAPageWithoutScript() throws Exception {
    world.oauth().addAccount(SocialAccount.of(EMAIL).named("<b>Ada</b>"));
    URI page = URI.create(location(start("google", "")));

    Wire.Reply html = browser.get(page.getRawPath() + "?" + page.getRawQuery());

    assertTrue(html.text().contains("&lt;b&gt;Ada&lt;/b&gt;"), html.text());
    assertFalse(html.text().contains("<script"));
    String form =
        page.getRawQuery()
            + "&decision=approve&subject="
            + world.oauth().accounts().get(0).subject();
    Wire.Reply decided =
        browser
            .with("content-type", "application/x-www-form-urlencoded")
            .send("POST", page.getRawPath().replace("/authorize", "/decision"), form);
    assertEquals(303, decided.status());
    succeed(stytch.post(AUTHENTICATE, "token", token(follow(decided))));
    assertEquals(
        400,
        browser
            .get(page.getRawPath() + "?redirect_uri=https%3A%2F%2Fevil.example%2F&state=x")
            .status(),
        "no open redirect");
  }

  @Test
  void sandboxTokensAnswerAsTheirNamesSay() throws Exception {
    assertEquals(Sandbox.USER_ID, stytch.post(AUTHENTICATE, "token", Sandbox.OAUTH).at("user_id"));
    assertRefused(
        400,
        "oauth_token_not_found",
        stytch.post(AUTHENTICATE, "token", "59cnLELtq5cFVS6uYK9f-pAWzBkhqZl8AvLhbhOvKNWw"));
  }
}
