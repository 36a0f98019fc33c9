package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stytch.PolicyScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page calls on which users let connected apps in. */
@ExtendWith(EmulatorExtension.class)
class AuthorizeRoutesTest {
  private final World world;
  private final AppFlow app;
  private String user = "";
  private String session = "";

  AuthorizeRoutesTest(World world) {
    this.world = world;
    this.app = new AppFlow(world);
  }

  @BeforeEach
  void ada() throws Exception {
    JsonNode ada = app.stytch.signUp();
    user = ada.path("user_id").textValue();
    session = ada.path("session_token").textValue();
  }

  private boolean consentRequired(ObjectNode asked) throws Exception {
    return succeed(app.start(asked)).path("consent_required").booleanValue();
  }

  @Test
  void thePageLearnsWhoAsksWhomForWhat() throws Exception {
    world
        .stytch()
        .configure(
            s ->
                s.scopes(
                    new PolicyScope(
                        "docs:read", "Read documents", Map.of("documents", List.of("read"))),
                    new PolicyScope("docs:all", "Do it all", Map.of("documents", List.of("*")))));
    app.app("third_party", "client_name", "Desk", "logo_url", "https://desk.example.com/logo.png");

    JsonNode told =
        succeed(app.start(app.asked(user, "openid docs:read docs:all full_access nothing openid")));

    assertEquals(user, told.path("user_id").textValue());
    assertEquals(user, told.at("/user/user_id").textValue());
    assertEquals(app.id, told.at("/client/client_id").textValue());
    assertEquals("Desk", told.at("/client/client_name").textValue());
    assertEquals("third_party", told.at("/client/client_type").textValue());
    assertEquals("https://desk.example.com/logo.png", told.at("/client/logo_url").textValue());
    assertTrue(told.path("consent_required").booleanValue());
    JsonNode scopes = told.path("scope_results");
    assertEquals(5, scopes.size());
    assertEquals("Read documents", scopes.path(1).path("description").textValue());
    assertEquals(
        List.of(true, true, false, false, false),
        scopes.findValues("is_grantable").stream().map(JsonNode::booleanValue).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "third_party,openid,true,false",
    "third_party_public,openid,true,false",
    "first_party,openid profile,false,false",
    "first_party_public,openid,false,false",
    "first_party,openid offline_access,true,false",
  })
  void strangersNeedConsentOnceAndOnesOwnAppsForGoingOnAlone(
      String type, String scopes, boolean before, boolean after) throws Exception {
    app.app(type);

    assertEquals(before, consentRequired(app.asked(user, scopes)));
    app.code(user, scopes);
    assertEquals(after, consentRequired(app.asked(user, scopes)));
    assertTrue(consentRequired(app.asked(user, scopes).put("prompt", "consent")));
    assertEquals(type.startsWith("third"), consentRequired(app.asked(user, scopes + " email")));
  }

  @Test
  void anAppMaySkipConsentForGoingOnAlone() throws Exception {
    app.app("first_party", "bypass_consent_for_offline_access", true);

    assertFalse(consentRequired(app.asked(user, "openid offline_access")));
  }

  @Test
  void theAnswerGoesToTheAppWithItsState() throws Exception {
    app.app("third_party");
    ObjectNode asked = app.asked(user, "openid").put("state", "a b&c");

    JsonNode yes = succeed(app.authorize(asked.deepCopy().put("consent_granted", true)));
    String code = yes.path("authorization_code").textValue();
    assertEquals(
        AppFlow.BACK + "?code=" + code + "&state=a+b%26c", yes.path("redirect_uri").textValue());

    JsonNode no = succeed(app.authorize(asked.deepCopy().put("consent_granted", false)));
    assertEquals(
        AppFlow.BACK + "?error=access_denied&state=a+b%26c", no.path("redirect_uri").textValue());
    assertTrue(no.path("authorization_code").isNull());

    JsonNode nothing =
        succeed(app.authorize(app.asked(user, "nothing").put("consent_granted", true)));
    assertEquals(AppFlow.BACK + "?error=invalid_scope", nothing.path("redirect_uri").textValue());
  }

  @Test
  void aSessionSaysWhoAuthorizes() throws Exception {
    app.app("first_party");
    ObjectNode asked = app.asked(user, "openid");
    asked.remove("user_id");

    assertRefused(400, "no_oauth_authorize_user_selector", app.start(asked));
    assertEquals(
        user,
        succeed(app.start(asked.deepCopy().put("session_token", session)))
            .path("user_id")
            .textValue());
    assertRefused(
        400,
        "too_many_user_selection_arguments",
        app.start(asked.deepCopy().put("session_token", session).put("user_id", user)));
    assertRefused(
        404, "session_not_found", app.start(asked.deepCopy().put("session_token", "nobody")));
  }

  @Test
  void whatIsNotTheAppsIsRefused() throws Exception {
    app.app("third_party_public");
    ObjectNode asked = app.asked(user, "openid").put("consent_granted", true);

    assertRefused(
        404, "connected_app_not_found", app.authorize(asked.deepCopy().put("client_id", "nobody")));
    assertRefused(
        401,
        "connected_app_supplied_redirect_url_not_found_in_client",
        app.authorize(asked.deepCopy().put("redirect_uri", AppFlow.BACK + "/")));
    assertRefused(400, "pkce_required_for_idp_authorization_flow", app.authorize(asked));
    assertRefused(
        400,
        "invalid_pkce_code_challenge",
        app.authorize(asked.deepCopy().put("code_challenge", "short")));
    assertRefused(
        400, "bad_request", app.authorize(asked.deepCopy().put("response_type", "token")));
    assertRefused(400, "bad_request", app.start(asked.deepCopy().put("prompt", "login")));
    assertRefused(400, "bad_request", app.authorize(app.asked(user, "openid")));
    assertRefused(404, "user_not_found", app.start(asked.deepCopy().put("user_id", "nobody")));
    world.stytch().configure(settings -> settings.authorizationUrl(""));
    assertRefused(400, "authorization_endpoint_not_configured_for_project", app.start(asked));
  }

  @Test
  void aUserSeesAndTakesBackWhatAppsMay() throws Exception {
    app.app("third_party", "client_name", "Desk");
    app.code(user, "openid");
    app.code(user, "email");
    String path = "/v1/users/" + user + "/connected_apps";

    JsonNode apps = succeed(app.stytch.get(path)).path("connected_apps");
    assertEquals(1, apps.size());
    assertEquals(app.id, apps.path(0).path("connected_app_id").textValue());
    assertEquals("Desk", apps.path(0).path("name").textValue());
    assertEquals("third_party", apps.path(0).path("client_type").textValue());
    assertEquals("openid email", apps.path(0).path("scopes_granted").textValue());

    succeed(app.stytch.post(path + "/" + app.id + "/revoke"));
    assertRefused(404, "connected_app_not_found", app.stytch.post(path + "/" + app.id + "/revoke"));
    assertEquals(0, succeed(app.stytch.get(path)).path("connected_apps").size());
    assertTrue(consentRequired(app.asked(user, "openid")));
  }
}
