package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Assertions;

/** A connected app and the page on which its users consent. */
final class AppFlow {
  static final String BACK = "https://desk.example.com/back";
  static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0";

  final StytchClient stytch;
  final Wire bare;
  final String oauth;
  private final String jwks;
  String id = "";
  String secret = "";

  AppFlow(World world) {
    stytch = new StytchClient(world);
    bare = Wire.to(world.stytch().baseUrl());
    oauth = "/v1/public/" + world.stytch().projectId();
    jwks = "/v1/sessions/jwks/" + world.stytch().projectId();
  }

  /** Makes an app, the one that this goes on with. */
  AppFlow app(String type, Object... more) throws Exception {
    ObjectNode body =
        StytchClient.body("client_type", type, "redirect_urls", Json.array().add(BACK));
    body.setAll(StytchClient.body(more));
    JsonNode app =
        succeed(stytch.send("POST", "/v1/connected_apps/clients", body)).path("connected_app");
    id = app.path("client_id").textValue();
    secret = app.path("client_secret").asText("");
    return this;
  }

  static String challenge() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  /** What the page sends of a user and scopes, parted by blanks. */
  ObjectNode asked(String userId, String scopes) {
    ArrayNode list = Json.array();
    for (String scope : scopes.split(" ", -1)) {
      list.add(scope);
    }
    return StytchClient.body(
        "client_id",
        id,
        "redirect_uri",
        BACK,
        "response_type",
        "code",
        "user_id",
        userId,
        "scopes",
        list);
  }

  Wire.Reply start(ObjectNode body) throws Exception {
    return stytch.send("POST", "/v1/idp/oauth/authorize/start", body);
  }

  Wire.Reply authorize(ObjectNode body) throws Exception {
    return stytch.send("POST", "/v1/idp/oauth/authorize", body);
  }

  /** A code of a user who consents, with PKCE. */
  String code(String userId, String scopes) throws Exception {
    ObjectNode body = asked(userId, scopes).put("consent_granted", true);
    return succeed(authorize(body.put("code_challenge", challenge()).put("nonce", "n-1")))
        .path("authorization_code")
        .textValue();
  }

  Wire.Reply form(String path, String form) throws Exception {
    return bare.with("content-type", "application/x-www-form-urlencoded")
        .send("POST", oauth + path, form);
  }

  /** The app's own credentials in a form. */
  String client() {
    return "client_id=" + id + (secret.isEmpty() ? "" : "&client_secret=" + secret);
  }

  Wire.Reply redeem(String code) throws Exception {
    return redeem(code, "&code_verifier=" + VERIFIER);
  }

  Wire.Reply redeem(String code, String more) throws Exception {
    return form(
        "/oauth2/token",
        "grant_type=authorization_code&code="
            + code
            + "&redirect_uri="
            + URLEncoder.encode(BACK, StandardCharsets.UTF_8)
            + "&"
            + client()
            + more);
  }

  Wire.Reply refresh(String token) throws Exception {
    return form(
        "/oauth2/token", "grant_type=refresh_token&refresh_token=" + token + "&" + client());
  }

  JsonNode introspect(String token) throws Exception {
    return succeed(form("/oauth2/introspect", "token=" + token + "&" + client()));
  }

  Wire.Reply userinfo(String token) throws Exception {
    return bare.with("authorization", "Bearer " + token).get(oauth + "/oauth2/userinfo");
  }

  /** What a JWT says that the project signed. */
  JsonNode claims(String jwt) throws Exception {
    JWSObject token = JWSObject.parse(jwt);
    JWKSet keys = JWKSet.parse(bare.get(jwks).text());
    Assertions.assertTrue(
        token.verify(
            new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())));
    return Json.read(token.getPayload().toString());
  }

  /** An error in the form of OAuth 2.0. */
  static void refused(int status, String error, Wire.Reply reply) {
    Assertions.assertEquals(error, reply.at("error"), reply.text());
    Assertions.assertEquals(status, reply.status());
  }
}
