package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class StackAuthApiTest {
  private static final String ADA =
      "{\"email\":\"Ada@Example.com\",\"password\":\"correct horse\"}";

  private final World world;
  private final Wire client;

  StackAuthApiTest(World world) {
    this.world = world;
    this.client = Wire.stackClient(world);
  }

  private Wire.Reply signUp() throws Exception {
    return client.post("/auth/password/sign-up", ADA);
  }

  @Test
  void aUserSignsUpSignsInAndIsShownToClientAndServer() throws Exception {
    String userId = signUp().at("user_id");
    Wire.Reply signedIn = client.post("/auth/password/sign-in", ADA);
    assertEquals(userId, signedIn.at("user_id"));
    assertEquals(3, signedIn.json().size());

    String token = signedIn.at("access_token");
    JsonNode seen = client.with("x-stack-access-token", token).get("/users/me").json();
    assertEquals("ada@example.com", seen.path("primary_email").textValue());
    assertFalse(seen.path("primary_email_verified").booleanValue());
    assertTrue(seen.path("has_password").booleanValue());
    assertTrue(seen.path("display_name").isNull());
    assertFalse(seen.has("server_metadata"));

    JsonNode server =
        Wire.stackServer(world).with("x-stack-access-token", token).get("/users/me").json();
    assertTrue(server.has("last_active_at_millis"));
    assertEquals(0, server.at("/risk_scores/sign_up/bot").intValue());
  }

  @Test
  void whatIsWrongWithASignUpIsToldInTheServicesOrder() throws Exception {
    String path = "/auth/password/sign-up";
    String shortPassword = "{\"email\":\"a@example.com\",\"password\":\"short\"%s}";
    String foreign = ",\"verification_callback_url\":\"https://evil.example/\"";

    assertEquals(
        "REDIRECT_URL_NOT_WHITELISTED",
        client.post(path, shortPassword.formatted(foreign)).at("code"));
    JsonNode tooShort = client.post(path, shortPassword.formatted("")).json();
    assertEquals("PASSWORD_TOO_SHORT", tooShort.path("code").textValue());
    assertEquals(8, tooShort.at("/details/min_length").intValue());

    signUp();
    JsonNode taken = signUp().json();
    assertEquals("ada@example.com", taken.at("/details/email").textValue());
    assertFalse(taken.at("/details/would_work_if_email_was_verified").booleanValue());

    world.stackAuth().configure(settings -> settings.signUpEnabled(false));
    assertEquals("SIGN_UP_NOT_ENABLED", signUp().at("code"));
    world.stackAuth().configure(settings -> settings.credentialEnabled(false));
    assertEquals("PASSWORD_AUTHENTICATION_NOT_ENABLED", signUp().at("code"));
  }

  @Test
  void anUnknownAddressAndAWrongPasswordAreTheSameError() throws Exception {
    signUp();
    String wrong = "{\"email\":\"ada@example.com\",\"password\":\"\"}";
    String unknown = "{\"email\":\"bob@example.com\",\"password\":\"correct horse\"}";

    Wire.Reply one = client.post("/auth/password/sign-in", wrong);
    Wire.Reply other = client.post("/auth/password/sign-in", unknown);

    assertEquals("EMAIL_PASSWORD_MISMATCH", one.at("code"));
    assertEquals(one.text(), other.text());
    assertFalse(one.json().has("details"));
  }

  @Test
  void aCallbackUrlBringsAVerificationMail() throws Exception {
    client.post(
        "/auth/password/sign-up",
        "{\"email\":\"ada@example.com\",\"password\":\"correct horse\","
            + "\"verification_callback_url\":\"http://localhost:3000/verify?x=1\"}");

    OutboxMessage mail = world.outbox().await("ada@example.com", MessageKind.EMAIL_VERIFICATION);

    assertTrue(
        String.valueOf(mail.link())
            .matches("http://localhost:3000/verify\\?x=1&code=[0-9a-hjkmnp-tv-z]{45}"),
        "the link");
  }

  @Test
  void aRefreshTokenIsWorthANewAccessTokenUntilItExpires() throws Exception {
    Wire refreshing = client.with("x-stack-refresh-token", signUp().at("refresh_token"));

    assertEquals(1, refreshing.post("/auth/sessions/current/refresh").json().size());
    world.clock().advance(Duration.ofDays(365));
    assertEquals(
        "REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED",
        refreshing.post("/auth/sessions/current/refresh").at("code"));
    assertEquals(
        "Request validation failed on POST /api/v1/auth/sessions/current/refresh:\n"
            + "  - headers.x-stack-refresh-token must be defined",
        client.post("/auth/sessions/current/refresh").at("error"));
  }

  @Test
  void anAccessTokenSaysWhatTheSdksCheck() throws Exception {
    JWSObject token = JWSObject.parse(signUp().at("access_token"));
    JsonNode claims = Json.read(token.getPayload().toString());

    assertEquals("ES256", token.getHeader().getAlgorithm().getName());
    assertTrue(token.getHeader().getKeyID().matches("[A-Za-z0-9_-]{12}"));
    assertEquals(null, token.getHeader().getType());
    assertEquals(world.stackAuth().issuer(), claims.path("iss").textValue());
    assertEquals(world.stackAuth().projectId(), claims.path("aud").textValue());
    assertEquals("authenticated", claims.path("role").textValue());
    assertEquals(600, claims.path("exp").longValue() - claims.path("iat").longValue());
    for (String name : List.of("name", "selected_team_id", "restricted_reason")) {
      assertTrue(claims.path(name).isNull(), name);
    }
  }

  @Test
  void theKeySetHoldsTheSigningKeyAndMoreAudiencesOnDemand() throws Exception {
    String kid = JWSObject.parse(signUp().at("access_token")).getHeader().getKeyID();
    String path = "/projects/" + world.stackAuth().projectId() + "/.well-known/jwks.json";
    Wire nobody = Wire.to(URI.create(world.stackAuth().baseUrl() + "/api/v1"));

    Wire.Reply keys = nobody.get(path);

    assertTrue(keys.json().path("keys").findValuesAsText("kid").contains(kid));
    assertEquals("public, max-age=3600", keys.header("cache-control").orElse(""));
    assertEquals(2, keys.json().path("keys").size());
    assertEquals(4, nobody.get(path + "?include_restricted=true").json().path("keys").size());
    assertEquals(6, nobody.get(path + "?include_anonymous=true").json().path("keys").size());
    assertEquals("Project not found", nobody.get("/projects/nope/.well-known/jwks.json").text());
  }

  @Test
  void authenticationFailsInTheServicesOrder() throws Exception {
    String me = "/users/me";
    String token = signUp().at("access_token");
    Map<String, Wire> cases =
        Map.of(
            "PROJECT_KEY_WITHOUT_ACCESS_TYPE", client.without("x-stack-access-type"),
            "INVALID_ACCESS_TYPE", client.with("x-stack-access-type", "root"),
            "ACCESS_TYPE_WITHOUT_PROJECT_ID", client.without("x-stack-project-id"),
            "UNPARSABLE_ACCESS_TOKEN",
                client.with("x-stack-access-token", "junk").with("x-stack-project-id", "nope"),
            "CURRENT_PROJECT_NOT_FOUND", client.with("x-stack-project-id", "nope"),
            "INVALID_PUBLISHABLE_CLIENT_KEY", client.with("x-stack-publishable-client-key", "no"),
            "SERVER_AUTHENTICATION_REQUIRED", client.with("x-stack-access-type", "server"),
            "BRANCH_DOES_NOT_EXIST", client.with("x-stack-branch-id", "other"),
            "CANNOT_GET_OWN_USER_WITHOUT_USER", client,
            "UNPARSABLE_ADMIN_ACCESS_TOKEN", client.with("x-stack-admin-access-token", "junk"));
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Wire> entry : cases.entrySet()) {
      String code = entry.getValue().get(me).at("code");
      if (!code.equals(entry.getKey())) {
        wrong.add(entry.getKey() + " but was " + code);
      }
    }
    assertEquals(List.of(), wrong);

    world.clock().advance(Duration.ofMinutes(10));
    JsonNode expired = client.with("x-stack-access-token", token).get(me).json();
    assertEquals("ACCESS_TOKEN_EXPIRED", expired.path("code").textValue());
    assertEquals(4, expired.path("details").size());
  }

  @Test
  void aBodyIsReadByItsContentTypeBeforeAnythingElse() throws Exception {
    Wire nobody = client.with("x-stack-project-id", "nope");

    assertEquals(
        "BODY_PARSING_ERROR", nobody.post("/auth/password/sign-in", "{\"broken").at("code"));
    assertEquals(
        "BODY_PARSING_ERROR",
        client
            .with("content-type", "application/json")
            .send("POST", "/auth/password/sign-in", "")
            .at("code"));
    assertTrue(client.post("/auth/password/sign-in").at("error").endsWith("body must be defined"));
  }

  @Test
  void errorsHaveACodeAHeaderAndNoOtherMessage() throws Exception {
    Wire.Reply reply = client.post("/auth/password/sign-in", ADA);

    assertEquals(400, reply.status());
    assertEquals("EMAIL_PASSWORD_MISMATCH", reply.header("x-stack-known-error").orElse(""));
    assertTrue(reply.text().startsWith("{\n  \"code\": \"EMAIL_PASSWORD_MISMATCH\",\n"));
    assertEquals(16, reply.header("x-stack-request-id").orElse("").length());
    assertEquals("no-store, max-age=0", reply.header("cache-control").orElse(""));
    assertEquals("application/json; charset=utf-8", reply.header("content-type").orElse(""));
  }

  @Test
  void aCallerMayAskForErrorsAs200AndInItsOwnHeaderFamily() throws Exception {
    Wire hexclave =
        Wire.to(URI.create(world.stackAuth().baseUrl() + "/api/latest"))
            .with("x-hexclave-access-type", "client")
            .with("x-hexclave-project-id", world.stackAuth().projectId())
            .with("x-hexclave-override-error-status", "true");

    Wire.Reply reply = hexclave.post("/auth/password/sign-in", ADA);

    assertEquals(200, reply.status());
    assertEquals("400", reply.header("x-hexclave-actual-status").orElse(""));
    assertEquals("EMAIL_PASSWORD_MISMATCH", reply.header("x-hexclave-known-error").orElse(""));
  }

  @Test
  void unknownRoutesWrongMethodsAndTrailingSlashesAnswerLikeTheService() throws Exception {
    assertTrue(client.get("/nowhere").text().startsWith("404"));
    assertEquals(
        "INVALID_PUBLISHABLE_CLIENT_KEY",
        client.with("x-stack-publishable-client-key", "no").get("/nowhere").at("code"));
    Wire.Reply wrongMethod = client.send("DELETE", "/projects/current", "");
    assertEquals(405, wrongMethod.status());
    assertEquals("", wrongMethod.text());
    assertEquals(308, client.get("/users/me/").status());
    assertEquals(200, client.send("OPTIONS", "/anything", "").status());
  }

  @Test
  void theCurrentProjectIsShownToClients() throws Exception {
    JsonNode config = client.get("/projects/current").json().path("config");

    assertTrue(config.path("sign_up_enabled").booleanValue());
    assertTrue(config.path("magic_link_enabled").booleanValue());
    assertTrue(config.path("enabled_oauth_providers").isArray());
    assertTrue(client.get("/projects/current?x=1").at("error").endsWith("unknown properties: x"));
  }

  @Test
  void theLedgerKeepsWhatHappenedAndNoSecret() throws Exception {
    String refreshToken = signUp().at("refresh_token");
    client.post("/auth/password/sign-in", ADA.replace("horse", "donkey"));

    String ledger = world.ledger().entries().toString();
    assertEquals(
        "EMAIL_PASSWORD_MISMATCH",
        world.ledger().entries("stackauth.password.sign-in").get(0).errorCode());
    assertFalse(ledger.contains("correct"), ledger);
    assertFalse(ledger.contains(refreshToken), ledger);
  }
}
