package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.body;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code client_credentials} at the token endpoint. */
@ExtendWith(EmulatorExtension.class)
class TokenRoutesTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String GRANT = "grant_type=client_credentials";

  private final World world;
  private final StytchClient stytch;
  private final Wire bare;
  private final String path;
  private String id = "";
  private String secret = "";

  TokenRoutesTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
    this.bare = Wire.to(world.stytch().baseUrl());
    this.path = "/v1/public/" + world.stytch().projectId() + "/oauth2/token";
  }

  @BeforeEach
  void machine() throws Exception {
    JsonNode made =
        succeed(
                stytch.post(
                    "/v1/m2m/clients",
                    "scopes",
                    Json.array().add("read:reports").add("write:reports"),
                    "trusted_metadata",
                    body("tier", body("name", "gold"))))
            .path("m2m_client");
    id = made.path("client_id").textValue();
    secret = made.path("client_secret").textValue();
  }

  private Wire.Reply form(String form) throws Exception {
    return bare.with("content-type", FORM).send("POST", path, form);
  }

  private String credentials() {
    return GRANT + "&client_id=" + id + "&client_secret=" + secret;
  }

  private JsonNode claims(Wire.Reply reply) throws Exception {
    assertEquals("bearer", succeed(reply).path("token_type").textValue());
    JWSObject token = JWSObject.parse(reply.at("access_token"));
    String keys = bare.get("/v1/sessions/jwks/" + world.stytch().projectId()).text();
    assertTrue(
        token.verify(
            new RSASSAVerifier(
                JWKSet.parse(keys).getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())));
    assertEquals("JWT", token.getHeader().getType().getType());
    return Json.read(token.getPayload().toString());
  }

  private static void refused(int status, String error, Wire.Reply reply) {
    assertEquals(error, reply.at("error"), reply.text());
    assertEquals(status, reply.status());
    assertEquals(status, reply.json().path("status_code").intValue());
    assertTrue(reply.at("error_uri").endsWith("/" + status + "#" + error), reply.text());
    assertTrue(reply.json().path("error_description").isTextual());
    assertTrue(reply.at("request_id").startsWith("request-id-test-"));
    assertTrue(reply.json().path("error_type").isMissingNode());
  }

  @Test
  void aTokenHasEveryScopeOfTheMachineUnlessFewerAreAsked() throws Exception {
    Wire.Reply reply = form(credentials());

    assertEquals(3600, reply.json().path("expires_in").intValue());
    assertEquals("no-store", reply.header("cache-control").orElse(""));
    JsonNode claims = claims(reply);
    assertEquals(id, claims.path("sub").textValue());
    assertEquals("stytch.com/" + world.stytch().projectId(), claims.path("iss").textValue());
    assertEquals(world.stytch().projectId(), claims.path("aud").path(0).textValue());
    assertEquals("read:reports write:reports", claims.path("scope").textValue());
    assertEquals(3600, claims.path("exp").longValue() - claims.path("iat").longValue());
    assertEquals(claims.path("iat"), claims.path("nbf"));
    assertEquals(
        "write:reports",
        claims(form(credentials() + "&scope=write:reports+write:reports"))
            .path("scope")
            .textValue());
  }

  @Test
  void formsJsonAndTheBasicSchemeAreAlike() throws Exception {
    assertEquals(id, claims(form(credentials())).path("sub").textValue());
    assertEquals(
        id,
        claims(bare.basic(id, secret).with("content-type", FORM).send("POST", path, GRANT))
            .path("sub")
            .textValue());
    String json =
        Json.write(
            body(
                "grant_type",
                "client_credentials",
                "client_id",
                id,
                "client_secret",
                secret,
                "scope",
                ""));
    assertEquals(id, claims(bare.post(path, json)).path("sub").textValue());
    assertEquals(id, claims(Wire.stytch(world).post(path, json)).path("sub").textValue());
    Wire.Reply charset =
        bare.with("content-type", FORM + "; charset=UTF-8").send("POST", path, credentials());
    assertEquals(id, claims(charset).path("sub").textValue());
  }

  @Test
  void whoIsNotTheClientGetsNothing() throws Exception {
    refused(401, "invalid_client", form(GRANT));
    refused(401, "invalid_client", form(GRANT + "&client_id=" + id));
    refused(401, "invalid_client", form(GRANT + "&client_id=" + id + "&client_secret=x"));
    refused(401, "invalid_client", form(GRANT + "&client_id=nobody&client_secret=" + secret));
    refused(
        401,
        "invalid_client",
        Wire.stytch(world).with("content-type", FORM).send("POST", path, GRANT));
    succeed(stytch.put("/v1/m2m/clients/" + id, "status", "inactive"));
    refused(401, "invalid_client", form(credentials()));
    succeed(stytch.put("/v1/m2m/clients/" + id, "status", "active"));
    succeed(form(credentials()));
    succeed(stytch.delete("/v1/m2m/clients/" + id));
    refused(401, "invalid_client", form(credentials()));
  }

  @Test
  void whatIsOutOfFormIsRefusedInTheFormOfOauth() throws Exception {
    refused(400, "invalid_request", form("client_id=" + id + "&client_secret=" + secret));
    refused(400, "invalid_request", form(""));
    refused(400, "invalid_request", form(credentials() + "&" + GRANT));
    refused(400, "invalid_request", bare.post(path, "{\"grant_type\":7}"));
    refused(400, "invalid_request", bare.post(path, "{\"grant_type\":"));
    refused(
        400,
        "invalid_request",
        bare.with("content-type", "text/plain").send("POST", path, credentials()));
    refused(400, "unsupported_grant_type", form("grant_type=password"));
    refused(400, "invalid_scope", form(credentials() + "&scope=read:reports+delete:reports"));
    refused(400, "invalid_scope", form(credentials() + "&scope=read:*"));
  }

  @Test
  void aTokenIsItsProjectsAlone(AuthEmulator emulator) throws Exception {
    try (World other = emulator.newWorld()) {
      String foreign = "/v1/public/" + other.stytch().projectId() + "/oauth2/token";
      refused(
          401,
          "invalid_client",
          bare.with("content-type", FORM).send("POST", foreign, credentials()));
      refused(
          404,
          "project_not_found",
          Wire.stytch(world).with("content-type", FORM).send("POST", foreign, credentials()));
    }
    refused(
        404,
        "project_not_found",
        bare.with("content-type", FORM)
            .send("POST", "/v1/public/project-test-nobody/oauth2/token", credentials()));
  }

  @Test
  void bothSecretsWorkWhileOneIsReplaced() throws Exception {
    String rotate = "/v1/m2m/clients/" + id + "/secrets/rotate";
    String old = credentials();
    String next =
        succeed(stytch.post(rotate + "/start")).at("/m2m_client/next_client_secret").textValue();
    String renewed = GRANT + "&client_id=" + id + "&client_secret=" + next;

    succeed(form(old));
    succeed(form(renewed));
    succeed(stytch.post(rotate + "/cancel"));
    succeed(form(old));
    refused(401, "invalid_client", form(renewed));
    next = succeed(stytch.post(rotate + "/start")).at("/m2m_client/next_client_secret").textValue();
    renewed = GRANT + "&client_id=" + id + "&client_secret=" + next;
    succeed(stytch.post(rotate));
    refused(401, "invalid_client", form(old));
    succeed(form(renewed));
  }

  @Test
  void aProjectPutsClaimsIntoTokens() throws Exception {
    world
        .stytch()
        .configure(
            settings ->
                settings.m2mTokenClaims(
                    Map.of(
                        "tier",
                        "{{client.trusted_metadata.tier.name}}",
                        "nothing",
                        "{{ client.trusted_metadata.none }}",
                        "plain",
                        "{{",
                        "sub",
                        "evil")));

    JsonNode claims = claims(form(credentials()));

    assertEquals("gold", claims.path("tier").textValue());
    assertEquals("{{", claims.path("plain").textValue());
    assertEquals(id, claims.path("sub").textValue());
    assertTrue(claims.path("nothing").isMissingNode());
  }

  @Test
  void aMachinesTokenIsNobodysSession() throws Exception {
    String token = form(credentials()).at("access_token");

    assertRefused(
        400, "jwt_invalid_claims", stytch.post("/v1/sessions/authenticate", "session_jwt", token));
  }

  @Test
  void plantedFaultsHaveTheFormOfOauthToo() throws Exception {
    world.faults().on("stytch.m2m.token").times(1).respond(503);
    refused(503, "server_unavailable", form(credentials()));
    succeed(form(credentials()));
  }
}
