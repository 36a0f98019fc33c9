package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.post;
import static dev.keyway.emulator.internal.stackauth.TeamWire.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(EmulatorExtension.class)
class CrossDomainRoutesTest {
  private static final String PATH = "/auth/oauth/cross-domain/authorize";
  private static final String REDIRECT = "http://localhost:4000/handler?a=1";
  private static final String BODY =
      "{'redirect_uri':'"
          + REDIRECT
          + "','state':'s 1','code_challenge':'"
          + SocialBrowser.CHALLENGE
          + "'}";

  private final World world;

  CrossDomainRoutesTest(World world) {
    this.world = world;
  }

  @Test
  void theOtherDomainGetsTheSameSession() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    Wire wire = ada.wire().with("x-stack-refresh-token", ada.refreshToken());
    Wire.Reply handed =
        post(wire, PATH, BODY.replace("}", ",'after_callback_redirect_url':'http://localhost/x'}"));
    assertEquals(200, handed.status(), handed.text());
    String target = handed.at("redirect_url");
    assertTrue(target.matches("http://localhost:4000/handler\\?a=1&code=[0-9a-f]{64}&state=s\\+1"));
    String code = URI.create(target).getQuery().replaceAll(".*code=([0-9a-f]+).*", "$1");

    Wire.Reply tokens = new SocialBrowser(world).exchange(code, Map.of("redirect_uri", REDIRECT));
    assertEquals(200, tokens.status(), tokens.text());
    assertEquals(ada.refreshToken(), tokens.at("refresh_token"));
    assertEquals("false", tokens.at("is_new_user"));
    assertEquals("http://localhost/x", tokens.at("after_callback_redirect_url"));
    assertEquals(
        1, ada.wire().get("/auth/sessions?user_id=me").json().path("items").size(), "no new one");

    code =
        URI.create(post(wire, PATH, BODY).at("redirect_url"))
            .getQuery()
            .replaceAll(".*code=([0-9a-f]+).*", "$1");
    TeamWire.delete(wire, "/auth/sessions/current");
    assertEquals(
        "400 INVALID_AUTHORIZATION_CODE",
        told(new SocialBrowser(world).exchange(code, Map.of("redirect_uri", REDIRECT))));
  }

  @Test
  void refusalsComeInOrder() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    SignedIn again = SignedIn.in(world, "ada@example.com", SignedIn.PASSWORD);
    world.stackAuth().configure(settings -> settings.allowLocalhost(false));
    Wire wire = ada.wire();
    assertEquals(
        "401 USER_AUTHENTICATION_REQUIRED", told(post(Wire.stackClient(world), PATH, BODY)));
    assertEquals(
        "400 Cross-domain auth handoff requires passing the current refresh token.",
        told(post(wire, PATH, BODY)));
    assertEquals(401, post(wire.with("x-stack-refresh-token", "no"), PATH, BODY).status());
    assertEquals(
        401,
        post(wire.with("x-stack-refresh-token", again.refreshToken()), PATH, BODY).status(),
        "of another session");
    wire = wire.with("x-stack-refresh-token", ada.refreshToken());
    Wire server =
        Wire.stackServer(world)
            .with("x-stack-access-token", ada.accessToken())
            .with("x-stack-refresh-token", ada.refreshToken());
    assertEquals(
        "400 INVALID_OAUTH_CLIENT_ID_OR_SECRET",
        told(post(server.with("x-stack-publishable-client-key", "pck_no"), PATH, BODY)));
    world.stackAuth().configure(settings -> settings.requirePublishableClientKey(true));
    assertEquals("401 PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT", told(post(server, PATH, BODY)));
    assertEquals("400 REDIRECT_URL_NOT_WHITELISTED", told(post(wire, PATH, BODY)));
    world.stackAuth().configure(settings -> settings.trustedDomains("http://localhost:4000"));
    assertEquals(200, post(wire, PATH, BODY).status());
    String after = BODY.replace("}", ",'after_callback_redirect_url':'https://evil.example'}");
    assertEquals("400 REDIRECT_URL_NOT_WHITELISTED", told(post(wire, PATH, after)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | body.redirect_uri must be defined",
        "{} | body.state must be defined",
        "{} | body.code_challenge must be defined",
        "{'redirect_uri':'x'} | body.redirect_uri is not a valid URL",
        "{'redirect_uri':null} | body.redirect_uri cannot be null",
        "{'state':{}} | body.state must be a `string` type",
        "{'state':''} | body.state must be at least 1 characters",
        "{'code_challenge':'x'} | body.code_challenge must match the following",
        "{'code_challenge_method':'plain'} | must be one of the following values: S256",
        "{'after_callback_redirect_url':'x'} | after_callback_redirect_url is not a valid URL",
        "{'nonsense':1} | body contains unknown properties: nonsense"
      })
  void requestsAreInForm(String body, String problem) throws Exception {
    Wire.Reply reply = post(Wire.stackClient(world), PATH, body);
    assertEquals("400 SCHEMA_ERROR", told(reply));
    assertTrue(reply.at("error").contains(problem), reply.text());
  }

  @Test
  void applesTokensAreNeverGood() throws Exception {
    Wire client = Wire.stackClient(world);
    String path = "/auth/oauth/callback/apple/native";
    String body = "{'id_token':'a.b.c'}";
    assertEquals("400 SCHEMA_ERROR", told(post(client, path, "{}")));
    world.stackAuth().configure(settings -> settings.oauthProviders("google"));
    assertEquals("400 OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED", told(post(client, path, body)));
    world.stackAuth().configure(settings -> settings.oauthProviders("apple"));
    assertEquals("400 APPLE_BUNDLE_ID_NOT_CONFIGURED", told(post(client, path, body)));
    TeamWire.patch(
        TeamWire.admin(world),
        "/internal/projects/current",
        "{'config':{'oauth_providers':[{'id':'apple','type':'standard','client_id':'a',"
            + "'client_secret':'b','apple_bundle_ids':['com.example.app']}]}}");
    assertEquals("400 INVALID_APPLE_CREDENTIALS", told(post(client, path, body)));
  }
}
