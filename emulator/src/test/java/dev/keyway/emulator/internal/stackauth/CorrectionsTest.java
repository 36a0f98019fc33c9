package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.post;
import static dev.keyway.emulator.internal.stackauth.TeamWire.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the service answers otherwise than one would think. */
@ExtendWith(EmulatorExtension.class)
class CorrectionsTest {
  private final World world;
  private final Wire client;
  private final SocialBrowser browser;

  CorrectionsTest(World world) {
    this.world = world;
    this.client = Wire.stackClient(world);
    this.browser = new SocialBrowser(world);
  }

  @BeforeEach
  void googleIsOn() {
    world.stackAuth().configure(settings -> settings.oauthProviders("google", "github"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/auth/password/sign-up | {'email':'','password':'correct horse'}",
        "/auth/password/sign-in | {'email':'','password':'correct horse'}",
        "/auth/otp/send-sign-in-code | {'email':'','callback_url':'http://localhost'}"
      })
  void anEmptyAddressHasOneProblem(String path, String body) throws Exception {
    String error = post(client, path, body).at("error");
    assertEquals(
        "Request validation failed on POST /api/v1" + path + ":\n  - body.email must not be empty",
        error);
  }

  @Test
  void aUrlMayHaveTwoProblems() throws Exception {
    String start = "{'email':'a@example.com','callback_url':'";
    String path = "/auth/otp/send-sign-in-code";
    String error = post(client, path, start + "no url'}").at("error");
    assertTrue(
        error.endsWith(
            ":\n  - body.callback_url contains spaces\n  - body.callback_url is not a valid URL"),
        error);
    error = post(client, path, start + "http://a b/'}").at("error");
    assertTrue(error.endsWith("spaces\n  - body.callback_url is not a valid URL"), error);
    error = post(client, path, start + "http://localhost/a b'}").at("error");
    assertTrue(error.endsWith(":\n  - body.callback_url contains spaces"), error);
  }

  @Test
  void whereTheApplicationGoesOnIsAUrl() throws Exception {
    Wire.Reply reply = browser.start("google", Map.of("after_callback_redirect_url", "/home"));
    assertEquals("400 SCHEMA_ERROR", told(reply));
    assertTrue(reply.text().contains("query.after_callback_redirect_url is not a valid URL"));
  }

  @ParameterizedTest
  @CsvSource({"code_challenge_method,S512", "response_type,token"})
  void theFirstStepTakesWhatTheCallbackDoesNotKnow(String parameter, String value)
      throws Exception {
    world.oauth().next(OAuthDecision.approve(SocialAccount.of("ada@example.com")));
    Wire.Reply started = browser.start("google", Map.of(parameter, value));
    assertEquals(307, started.status(), started.text());
    assertEquals(500, browser.follow(browser.follow(started)).status());
  }

  @ParameterizedTest
  @CsvSource({"refresh_token", "authorization_code"})
  void aMissingSecretIsTheKeyThatTheProjectDemands(String grant) throws Exception {
    Map<String, String> changes = Map.of("client_secret", "", "grant_type", grant);
    assertEquals("400 INVALID_OAUTH_CLIENT_ID_OR_SECRET", told(browser.exchange("0", changes)));
    world.stackAuth().configure(settings -> settings.requirePublishableClientKey(true));
    Wire.Reply reply = browser.exchange("0", changes);
    assertEquals("401 PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT", told(reply));
    assertEquals(world.stackAuth().projectId(), reply.json().at("/details/project_id").asText());
  }

  @Test
  void theCallbackDeletesTheCookieAlsoWhenItDidNotCome() throws Exception {
    world.oauth().next(OAuthDecision.approve(SocialAccount.of("ada@example.com")));
    Wire.Reply started = browser.start("google", Map.of());
    String cookie = started.header("set-cookie").orElseThrow().split("=", 2)[0];
    Wire.Reply agreed = browser.follow(started);
    browser.loseCookies();
    Wire.Reply refused = browser.follow(agreed);
    assertEquals(400, refused.status());
    assertTrue(refused.text().startsWith("Inner OAuth cookie not found."));
    assertTrue(refused.header("set-cookie").orElseThrow().startsWith(cookie + "=; Path=/;"));
    Wire.Reply unknown =
        Wire.to(world.stackAuth().baseUrl())
            .get("/api/v1/auth/oauth/callback/google?state=nonsense");
    assertTrue(unknown.text().startsWith("Invalid OAuth state."));
    assertTrue(
        unknown.header("set-cookie").orElseThrow().startsWith("stack-oauth-inner-nonsense=;"));
  }

  @Test
  void theCallbackGoesByTheProviderOfItsPath() throws Exception {
    world.oauth().next(OAuthDecision.approve(SocialAccount.of("ada@example.com")));
    Wire.Reply started = browser.start("google", Map.of());
    String cookie = started.header("set-cookie").orElseThrow().split(";", 2)[0];
    String back = SocialBrowser.location(browser.follow(started));
    Wire wire = Wire.to(world.stackAuth().baseUrl()).with("cookie", cookie);
    String query = "?" + URI.create(back).getRawQuery();
    Wire.Reply other = wire.get("/api/v1/auth/oauth/callback/github" + query);
    assertEquals(400, other.status());
    assertTrue(other.text().startsWith("Invalid grant"), other.text());
    assertTrue(other.header("set-cookie").isPresent());
    Wire.Reply off = wire.get("/api/v1/auth/oauth/callback/spotify" + query);
    assertEquals(
        "OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED", SocialBrowser.parameter(off, "errorCode"));
  }

  @Test
  void aFailureOfTheServiceEndsWithTheRequestsId() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    Wire.Reply failed =
        post(
            Wire.stackServer(world),
            "/auth/sessions",
            "{'user_id':'" + ada.userId() + "','expires_in_millis':0}");
    assertEquals(500, failed.status());
    assertTrue(failed.text().endsWith(failed.header("x-stack-request-id").orElseThrow()));
  }

  @Test
  void healthIsARoute() throws Exception {
    Wire bare = Wire.to(world.stackAuth().baseUrl());
    assertEquals("200 {\"status\":\"ok\"}", told(bare.get("/health")));
    assertEquals("{\"status\":\"ok\"}", bare.get("/health?nonsense=1").text());
  }

  @Test
  void hostsOfTrustedDomainsIgnoreCase() throws Exception {
    world
        .stackAuth()
        .configure(
            settings -> settings.magicLinkEnabled(true).trustedDomains("https://App.Example.com"));
    Wire.Reply sent =
        post(
            client,
            "/auth/otp/send-sign-in-code",
            "{'email':'a@example.com','callback_url':'https://aPP.example.COM/x'}");
    assertEquals(200, sent.status(), sent.text());
    assertFalse(sent.at("nonce").isEmpty());
  }

  @Test
  void theAttestedCredentialIsTheOneThatIsRegistered() throws Exception {
    world.stackAuth().configure(settings -> settings.passkeyEnabled(true));
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
    PasskeyWire.Begun begun = PasskeyWire.LOCAL.startRegistration(ada.wire());
    String sent = authenticator.create(begun.options(), PasskeyWire.LOCAL.origin());
    String attested = Json.read(sent).path("id").asText();
    Wire.Reply registered =
        PasskeyWire.finishRegistration(
            ada.wire(), sent.replace(attested, "AAAAAAAAAAAAAAAAAAAAAA"), begun.code());
    assertEquals(200, registered.status(), registered.text());
    assertEquals(attested, registered.at("user_handle"));
    assertEquals(200, PasskeyWire.LOCAL.signIn(client, authenticator).status());
  }

  @Test
  void refusedPasskeysAreToldInThreeSentences() throws Exception {
    world.stackAuth().configure(settings -> settings.passkeyEnabled(true));
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
    PasskeyWire.LOCAL.register(ada.wire(), authenticator);
    PasskeyWire.Begun begun = PasskeyWire.LOCAL.startSignIn(client);
    String sent = authenticator.get(begun.options(), PasskeyWire.LOCAL.origin());
    ObjectNode unknown = (ObjectNode) Json.read(sent);
    unknown.put("id", "AAAA").put("rawId", "AAAA");
    String first = PasskeyWire.finishSignIn(client, unknown.toString(), begun.code()).at("error");
    begun = PasskeyWire.LOCAL.startSignIn(client);
    ObjectNode forged =
        (ObjectNode) Json.read(authenticator.get(begun.options(), PasskeyWire.LOCAL.origin()));
    ((ObjectNode) forged.path("response")).put("signature", "MAYCAQECAQE");
    String second = PasskeyWire.finishSignIn(client, forged.toString(), begun.code()).at("error");
    world.stackAuth().configure(settings -> settings.allowLocalhost(false));
    begun = PasskeyWire.LOCAL.startSignIn(client);
    sent = authenticator.get(begun.options(), PasskeyWire.LOCAL.origin());
    String third = PasskeyWire.finishSignIn(client, sent, begun.code()).at("error");

    assertEquals("Passkey not found", first);
    assertEquals("The passkey is not accepted.", second);
    assertEquals("The origin of the page is not allowed for this project.", third);
  }
}
