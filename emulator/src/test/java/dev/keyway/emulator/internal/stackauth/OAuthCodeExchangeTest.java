package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class OAuthCodeExchangeTest {
  private static final String EMAIL = "ada@example.com";
  private static final String NO_KEY = "__stack_public_client__";

  private final World world;
  private final SocialBrowser browser;

  OAuthCodeExchangeTest(World world) {
    this.world = world;
    this.browser = new SocialBrowser(world);
  }

  @BeforeEach
  void googleIsOn() {
    world.stackAuth().configure(settings -> settings.oauthProviders("google"));
  }

  private static void assertInvalid(Wire.Reply reply) {
    assertEquals("INVALID_AUTHORIZATION_CODE", reply.at("code"), reply.text());
    assertEquals(400, reply.status());
  }

  private static void assertInvalidRequest(Wire.Reply reply) {
    assertEquals(400, reply.status());
    assertEquals("invalid_request", reply.at("error"), reply.text());
    assertTrue(reply.header("x-stack-known-error").isEmpty(), "no known error");
  }

  @Test
  void theClientIsJudgedFirst() throws Exception {
    String code = browser.code(EMAIL);
    for (Map<String, String> wrong :
        List.of(
            Map.of("client_secret", "pck_wrong"),
            Map.of("client_secret", ""),
            Map.of("client_id", "nobody"),
            Map.of("client_id", world.stackAuth().projectId() + "#other"))) {
      assertEquals("INVALID_OAUTH_CLIENT_ID_OR_SECRET", browser.exchange(code, wrong).at("code"));
    }
    world.stackAuth().configure(settings -> settings.requirePublishableClientKey(true));
    Wire.Reply keyless = browser.exchange(code, Map.of("client_secret", NO_KEY));
    assertEquals(401, keyless.status());
    assertEquals("PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT", keyless.at("code"));
    assertEquals(200, browser.exchange(code).status(), "none of it used the code up");
  }

  @Test
  void aRevokedKeyIsNoClientSecret() throws Exception {
    Wire admin =
        Wire.to(URI.create(world.stackAuth().baseUrl() + "/api/v1"))
            .with("x-stack-access-type", "admin")
            .with("x-stack-project-id", world.stackAuth().projectId())
            .with("x-stack-super-secret-admin-key", world.stackAuth().superSecretAdminKey());
    Wire.Reply made =
        admin.post(
            "/internal/api-keys",
            """
            {"description":"shop","expires_at_millis":4102444800000,
             "has_publishable_client_key":true,"has_secret_server_key":false,
             "has_super_secret_admin_key":false}
            """);
    Map<String, String> own = Map.of("client_secret", made.at("publishable_client_key"));
    assertEquals(200, browser.exchange(browser.code(EMAIL), own).status(), made.text());
    admin
        .with("content-type", "application/json")
        .send("PATCH", "/internal/api-keys/" + made.at("id"), "{\"revoked\":true}");
    assertEquals(
        "INVALID_OAUTH_CLIENT_ID_OR_SECRET", browser.exchange(browser.code(EMAIL), own).at("code"));
  }

  @Test
  void onlyItsVerifierOpensACode() throws Exception {
    String code = browser.code(EMAIL);
    assertInvalid(browser.exchange(code, Map.of("code_verifier", "")));
    assertInvalid(browser.exchange(code, Map.of("code_verifier", SocialBrowser.VERIFIER + "x")));
    assertInvalid(browser.exchange(code, Map.of("code_verifier", SocialBrowser.CHALLENGE)));
    assertEquals(200, browser.exchange(code).status(), "a wrong verifier uses nothing up");
  }

  @Test
  void aPlainChallengeIsItsOwnVerifier() throws Exception {
    String code =
        browser.code(
            SocialAccount.of(EMAIL),
            Map.of("code_challenge_method", "plain", "code_challenge", SocialBrowser.VERIFIER));
    assertInvalid(browser.exchange(code, Map.of("code_verifier", SocialBrowser.CHALLENGE)));
    assertEquals(200, browser.exchange(code).status());
  }

  @Test
  void aCodeWorksOnceAndForFiveMinutes() throws Exception {
    assertInvalid(browser.exchange("0".repeat(64)));
    String used = browser.code(EMAIL);
    Wire.Reply first = browser.exchange(used);
    assertInvalid(browser.exchange(used));
    Wire.Reply refreshed =
        Wire.stackClient(world)
            .with("x-stack-refresh-token", first.at("refresh_token"))
            .post("/auth/sessions/current/refresh");
    assertEquals(200, refreshed.status(), "a replay leaves the session alone");
    String late = browser.code(EMAIL);
    world.clock().advance(Duration.ofMinutes(5));
    assertInvalid(browser.exchange(late));
  }

  @Test
  void aDeletedUsersCodeIsInvalid() throws Exception {
    String code = browser.code(EMAIL);
    String id = Wire.stackServer(world).get("/users").json().at("/items/0/id").asText();
    Wire.stackServer(world).send("DELETE", "/users/" + id, "");
    assertInvalid(browser.exchange(code));
  }

  @Test
  void anotherRedirectUriUsesTheCodeUp() throws Exception {
    String code = browser.code(EMAIL);
    Wire.Reply other =
        browser.exchange(code, Map.of("redirect_uri", "http://localhost:3000/other"));
    assertEquals(400, other.status());
    assertEquals(
        "Invalid redirect URI. Your redirect URI must be the same as the one used to get the"
            + " authorization code.",
        other.text());
    assertInvalid(browser.exchange(code));
    for (String broken : new String[] {"", "nowhere"}) {
      String next = browser.code(EMAIL);
      assertInvalidRequest(browser.exchange(next, Map.of("redirect_uri", broken)));
      assertInvalid(browser.exchange(next));
    }
    assertInvalidRequest(browser.exchange(""));
  }

  @Test
  void aCodeGivesTokensInTheStandardsForm() throws Exception {
    String after = "http://localhost:3000/after";
    String code =
        browser.code(SocialAccount.of(EMAIL), Map.of("after_callback_redirect_url", after));

    Wire.Reply reply = browser.exchange(code, Map.of("unknown", "1"));

    assertEquals(200, reply.status(), reply.text());
    assertEquals("no-store", reply.header("cache-control").orElse(""));
    assertEquals("no-cache", reply.header("pragma").orElse(""));
    JsonNode tokens = reply.json();
    assertEquals(9, tokens.size());
    assertEquals("Bearer", tokens.path("token_type").asText());
    assertEquals(3600, tokens.path("expires_in").asInt());
    assertEquals("legacy", tokens.path("scope").asText());
    assertEquals(after, tokens.path("after_callback_redirect_url").asText());
    assertEquals(after, tokens.path("afterCallbackRedirectUrl").asText());
    assertTrue(tokens.path("is_new_user").booleanValue());
    assertEquals(tokens.path("is_new_user"), tokens.path("newUser"));
    assertFalse(tokens.has("user_id"));
  }

  @Test
  void aSecondFactorStopsTheExchangeAndTheCodeIsGone() throws Exception {
    world.clock().freezeAt(Instant.parse("2030-01-01T00:00:00Z"));
    Wire ada = browser.signedIn(SocialAccount.of(EMAIL), Map.of());
    ada.with("content-type", "application/json")
        .send("PATCH", "/users/me", "{\"totp_secret_base64\":\"MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=\"}");
    String code = browser.code(EMAIL);

    Wire.Reply stopped = browser.exchange(code);

    assertEquals(400, stopped.status());
    assertEquals("MULTI_FACTOR_AUTHENTICATION_REQUIRED", stopped.at("code"));
    assertInvalid(browser.exchange(code));
    VirtualTotpDevice device =
        VirtualTotpDevice.fromBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", world.clock());
    Wire.Reply finished =
        Wire.stackClient(world)
            .post(
                "/auth/mfa/sign-in",
                "{\"type\":\"totp\",\"totp\":\"%s\",\"code\":\"%s\"}"
                    .formatted(device.code(), stopped.json().at("/details/attempt_code").asText()));
    assertEquals(200, finished.status(), finished.text());
    assertFalse(finished.json().path("is_new_user").booleanValue());
  }
}
