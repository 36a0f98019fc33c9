package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.AppFlow.refused;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens of connected apps. */
@ExtendWith(EmulatorExtension.class)
class AppTokensTest {
  private static final String ALL = "openid profile email phone offline_access";

  private final World world;
  private final AppFlow app;
  private String user = "";

  AppTokensTest(World world) {
    this.world = world;
    this.app = new AppFlow(world);
  }

  @BeforeEach
  void ada() throws Exception {
    user = app.stytch.signUp().path("user_id").textValue();
    succeed(
        app.stytch.put(
            "/v1/users/" + user,
            "name",
            StytchClient.body("first_name", "Ada", "last_name", "Lovelace"),
            "trusted_metadata",
            StytchClient.body("tier", "gold")));
  }

  private JsonNode tokens(String scopes) throws Exception {
    return succeed(app.redeem(app.code(user, scopes)));
  }

  @Test
  void aCodeBringsTheTokensOfItsScopes() throws Exception {
    app.app(
        "third_party",
        "access_token_expiry_minutes",
        5,
        "access_token_custom_audience",
        "https://api.example.com",
        "access_token_template_content",
        "{\"tier\":\"{{user.trusted_metadata.tier}}\",\"sub\":\"evil\"}",
        "id_token_template_content",
        "{\"app\":\"{{client.client_id}}\"}");

    JsonNode tokens = tokens(ALL);

    assertEquals("bearer", tokens.path("token_type").textValue());
    assertEquals(300, tokens.path("expires_in").intValue());
    assertEquals(ALL, tokens.path("scope").textValue());
    assertTrue(tokens.path("refresh_token").isTextual());
    JsonNode access = app.claims(tokens.path("access_token").textValue());
    assertEquals(user, access.path("sub").textValue());
    assertEquals("stytch.com/" + world.stytch().projectId(), access.path("iss").textValue());
    assertEquals(
        Json.array().add(world.stytch().projectId()).add("https://api.example.com"),
        access.path("aud"));
    assertEquals("gold", access.path("tier").textValue());
    assertEquals(300, access.path("exp").longValue() - access.path("iat").longValue());
    JsonNode id = app.claims(tokens.path("id_token").textValue());
    assertEquals(world.stytch().baseUrl() + app.oauth, id.path("iss").textValue(), id.toString());
    assertEquals(Json.array().add(app.id), id.path("aud"));
    assertEquals("n-1", id.path("nonce").textValue());
    assertEquals(app.id, id.path("app").textValue());
    assertEquals("Ada Lovelace", id.path("name").textValue());
    assertEquals(StytchClient.EMAIL, id.path("email").textValue());
    assertEquals(3600, id.path("exp").longValue() - id.path("iat").longValue());
    JsonNode bare = tokens("email");
    assertTrue(bare.path("refresh_token").isMissingNode());
    assertTrue(bare.path("id_token").isMissingNode());
  }

  @Test
  void aCodeWorksOnceForItsAppItsUrlAndItsVerifier(AuthEmulator emulator) throws Exception {
    String other = app.app("third_party").client();
    String code = app.app("third_party").code(user, "openid");

    refused(404, "idp_auth_code_not_found", app.redeem("nothing"));
    String right = "grant_type=authorization_code&code=" + code;
    String back = "&redirect_uri=https%3A%2F%2Fdesk.example.com%2Fback";
    String verifier = "&code_verifier=" + AppFlow.VERIFIER;
    refused(
        404,
        "idp_auth_code_not_found",
        app.form("/oauth2/token", right + back + verifier + "&" + other));
    refused(400, "invalid_grant", app.form("/oauth2/token", right + verifier + "&" + app.client()));
    refused(
        400,
        "invalid_grant",
        app.form("/oauth2/token", right + back + "%2F" + verifier + "&" + app.client()));
    refused(400, "pkce_expected_code_verifier", app.redeem(code, ""));
    refused(400, "invalid_pkce_code_verifier", app.redeem(code, "&code_verifier=short"));
    refused(400, "pkce_mismatch", app.redeem(code, "&code_verifier=x" + AppFlow.VERIFIER));
    refused(401, "invalid_client", app.form("/oauth2/token", right + back + verifier));
    refused(
        401,
        "invalid_client",
        app.form(
            "/oauth2/token", right + back + verifier + "&client_secret=x&client_id=" + app.id));
    refused(
        400,
        "invalid_request",
        app.form("/oauth2/token", "grant_type=authorization_code&" + app.client()));
    try (World foreign = emulator.newWorld()) {
      refused(
          401,
          "invalid_client",
          new AppFlow(foreign).form("/oauth2/token", right + back + "&" + app.client()));
    }
    succeed(app.redeem(code));
    refused(404, "idp_auth_code_not_found", app.redeem(code));
  }

  @Test
  void withoutAChallengeThereIsNoVerifier() throws Exception {
    app.app("third_party");
    String code =
        succeed(app.authorize(app.asked(user, "openid").put("consent_granted", true)))
            .path("authorization_code")
            .textValue();

    refused(400, "pkce_did_not_expect_code_verifier", app.redeem(code));
    JsonNode id = app.claims(succeed(app.redeem(code, "")).path("id_token").textValue());
    assertTrue(id.path("nonce").isMissingNode());
  }

  @Test
  void aCodeExpires() throws Exception {
    String code = app.app("third_party").code(user, "openid");
    world.clock().advance(Duration.ofMinutes(10));

    refused(400, "idp_auth_code_expired", app.redeem(code));
  }

  @Test
  void aPublicAppGetsANewRefreshTokenForEach() throws Exception {
    app.app("third_party_public");
    assertEquals("", app.secret);
    String first = tokens(ALL).path("refresh_token").textValue();

    JsonNode again = succeed(app.refresh(first));

    String second = again.path("refresh_token").textValue();
    assertNotEquals(first, second);
    assertTrue(again.path("id_token").isTextual());
    refused(400, "idp_refresh_token_already_used", app.refresh(first));
    assertTrue(app.introspect(second).path("active").booleanValue());
    assertFalse(app.introspect(first).path("active").booleanValue());
    world.clock().advance(Duration.ofDays(90));
    refused(400, "idp_refresh_token_expired", app.refresh(second));
  }

  @Test
  void aConfidentialAppKeepsItsRefreshToken() throws Exception {
    String other = app.app("third_party").client();
    app.app("third_party");
    String token = tokens(ALL).path("refresh_token").textValue();

    refused(
        404,
        "idp_refresh_token_not_found",
        app.form("/oauth2/token", "grant_type=refresh_token&refresh_token=" + token + "&" + other));
    refused(
        400,
        "invalid_request",
        app.form("/oauth2/token", "grant_type=refresh_token&" + app.client()));
    world.clock().advance(Duration.ofDays(89));
    assertTrue(succeed(app.refresh(token)).path("refresh_token").isMissingNode());
    world.clock().advance(Duration.ofDays(89));
    succeed(app.refresh(token));
    world.clock().advance(Duration.ofDays(90));
    refused(400, "idp_refresh_token_expired", app.refresh(token));
  }

  @Test
  void anAppLearnsOfItsOwnTokensAlone() throws Exception {
    app.app("first_party");
    String strangers = tokens("openid").path("access_token").textValue();
    app.app("third_party");
    String token = tokens("openid email").path("access_token").textValue();

    JsonNode known = app.introspect(token);
    assertTrue(known.path("active").booleanValue());
    assertEquals(user, known.path("sub").textValue());
    assertEquals("openid email", known.path("scope").textValue());
    assertEquals(app.id, known.path("client_id").textValue());
    assertEquals(app.claims(token).path("exp").longValue(), known.path("exp").longValue());
    for (String none : new String[] {strangers, "nothing", token + "x"}) {
      JsonNode unknown = app.introspect(none);
      assertFalse(unknown.path("active").booleanValue());
      assertEquals(3, unknown.size(), unknown.toString());
    }
    refused(401, "invalid_client", app.form("/oauth2/introspect", "token=" + token));
    refused(400, "invalid_request", app.form("/oauth2/introspect", app.client()));
    world.clock().advance(Duration.ofHours(1));
    assertFalse(app.introspect(token).path("active").booleanValue());
    refused(400, "idp_access_token_expired", app.userinfo(token));
  }

  @Test
  void whatIsRevokedIsGone() throws Exception {
    String other = app.app("third_party").client();
    app.app("third_party");
    JsonNode tokens = tokens(ALL);
    String access = tokens.path("access_token").textValue();
    String refresh = tokens.path("refresh_token").textValue();

    succeed(app.form("/oauth2/revoke", "token=" + refresh + "&" + other));
    succeed(app.form("/oauth2/revoke", "token=nothing&" + app.client()));
    assertTrue(app.introspect(refresh).path("active").booleanValue());
    succeed(app.form("/oauth2/revoke", "token=" + refresh + "&" + app.client()));
    refused(404, "idp_refresh_token_not_found", app.refresh(refresh));
    refused(404, "idp_access_token_not_found", app.userinfo(access));
    JsonNode more = tokens(ALL);
    succeed(
        app.form(
            "/oauth2/revoke",
            "token=" + more.path("access_token").textValue() + "&" + app.client()));
    refused(404, "idp_access_token_not_found", app.userinfo(more.path("access_token").textValue()));
    succeed(app.refresh(more.path("refresh_token").textValue()));
    refused(401, "invalid_client", app.form("/oauth2/revoke", "token=" + access));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withoutConsentNoTokenWorksNotEvenAfterAnother(boolean again) throws Exception {
    app.app("third_party");
    String code = app.code(user, ALL);
    JsonNode tokens = tokens(ALL);
    String access = tokens.path("access_token").textValue();
    succeed(app.stytch.post("/v1/users/" + user + "/connected_apps/" + app.id + "/revoke"));
    if (again) {
      app.code(user, ALL);
    }

    refused(401, "connected_app_consent_revoked", app.redeem(code));
    refused(
        401,
        "connected_app_consent_revoked",
        app.refresh(tokens.path("refresh_token").textValue()));
    refused(401, "connected_app_consent_revoked", app.userinfo(access));
    assertFalse(app.introspect(access).path("active").booleanValue());
  }

  @Test
  void appsAndUsersThatAreGoneTakeTheirTokensAlong() throws Exception {
    app.app("third_party");
    String access = tokens(ALL).path("access_token").textValue();
    succeed(app.stytch.delete("/v1/connected_apps/clients/" + app.id));

    refused(401, "connected_app_consent_revoked", app.userinfo(access));
    String second = app.app("third_party").code(user, ALL);
    succeed(app.stytch.delete("/v1/users/" + user));
    refused(401, "connected_app_consent_revoked", app.redeem(second));
  }

  @Test
  void userinfoTellsWhatTheScopesAllow() throws Exception {
    app.app("third_party");

    JsonNode all = succeed(app.userinfo(tokens(ALL).path("access_token").textValue()));
    assertEquals(user, all.path("sub").textValue());
    assertEquals("Ada", all.path("given_name").textValue());
    assertEquals("Lovelace", all.path("family_name").textValue());
    assertEquals(StytchClient.EMAIL, all.path("email").textValue());
    assertFalse(all.path("email_verified").booleanValue());
    assertTrue(all.path("phone_number").isMissingNode());
    ObjectNode little =
        (ObjectNode) succeed(app.userinfo(tokens("openid").path("access_token").textValue()));
    little.remove("status_code");
    little.remove("request_id");
    assertEquals(StytchClient.body("sub", user), little);
    refused(404, "idp_access_token_not_found", app.userinfo("nothing"));
    refused(400, "invalid_request", app.bare.get(app.oauth + "/oauth2/userinfo"));
  }

  @Test
  void metadataNameTheEndpoints(AuthEmulator emulator) throws Exception {
    String issuer = world.stytch().baseUrl() + app.oauth;
    for (String name : new String[] {"openid-configuration", "oauth-authorization-server"}) {
      JsonNode metadata = succeed(app.bare.get(app.oauth + "/.well-known/" + name));
      assertEquals(issuer, metadata.path("issuer").textValue());
      assertEquals(issuer + "/oauth2/token", metadata.path("token_endpoint").textValue());
      assertEquals(
          "http://localhost:3000/oauth/authorize",
          metadata.path("authorization_endpoint").textValue());
      assertEquals(world.stytch().jwksUrl().toString(), metadata.path("jwks_uri").textValue());
    }
    assertEquals(
        issuer + "/oauth2/userinfo",
        succeed(app.bare.get(app.oauth + "/.well-known/openid-configuration"))
            .path("userinfo_endpoint")
            .textValue());
    refused(
        404,
        "project_not_found",
        app.bare.get("/v1/public/project-test-nobody/.well-known/openid-configuration"));
  }

  @Test
  void aCheckpointKnowsConsentsAndTokens() throws Exception {
    app.app("third_party_public");
    String refresh = tokens(ALL).path("refresh_token").textValue();
    var before = world.checkpoint();
    succeed(app.refresh(refresh));
    succeed(app.stytch.post("/v1/users/" + user + "/connected_apps/" + app.id + "/revoke"));

    world.restore(before);

    succeed(app.refresh(refresh));
  }
}
