package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.body;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.keyway.emulator.UnknownIdException;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stytch.TrustedTokenProfile;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions that begin with something that another system, or the dashboard, gave. */
@ExtendWith(EmulatorExtension.class)
class ForeignSessionRoutesTest {
  private final World world;
  private final AppFlow app;
  private final StytchClient stytch;
  private String user = "";

  ForeignSessionRoutesTest(World world) {
    this.world = world;
    this.app = new AppFlow(world);
    this.stytch = app.stytch;
  }

  @BeforeEach
  void ada() throws Exception {
    user = stytch.signUp().path("user_id").textValue();
  }

  private static JsonNode factor(JsonNode answer) {
    return answer.at("/session/authentication_factors/0");
  }

  private Wire.Reply impersonate(String token) throws Exception {
    return stytch.post("/v1/impersonation/authenticate", "impersonation_token", token);
  }

  @Test
  void somebodyActsAsAUserForAnHour() throws Exception {
    String token = world.stytch().impersonationToken(user, "help@example.com");

    JsonNode begun = succeed(impersonate(token));

    assertEquals(user, begun.path("user_id").textValue());
    assertEquals("impersonated", factor(begun).path("type").textValue());
    assertEquals("impersonation", factor(begun).path("delivery_method").textValue());
    assertEquals(
        "help@example.com",
        factor(begun).at("/impersonated_factor/impersonator_email_address").textValue());
    String session = begun.path("session_token").textValue();
    succeed(stytch.post("/v1/sessions/authenticate", "session_token", session));
    assertRefused(
        400,
        "session_not_mutable",
        stytch.post(
            "/v1/sessions/authenticate", "session_token", session, "session_duration_minutes", 60));
    world.clock().advance(Duration.ofHours(1));
    assertRefused(
        404,
        "session_not_found",
        stytch.post("/v1/sessions/authenticate", "session_token", session));
  }

  @Test
  void anImpersonationTokenWorksOnceAndNotForLong() throws Exception {
    String token = world.stytch().impersonationToken(user, "help@example.com");
    world.stytch().configure(settings -> settings.userImpersonation(false));
    assertRefused(403, "user_impersonation_not_allowed", impersonate(token));
    world.stytch().configure(settings -> settings.userImpersonation(true));
    succeed(impersonate(token));
    assertRefused(401, "unable_to_auth_impersonation_token", impersonate(token));
    assertRefused(401, "unable_to_auth_impersonation_token", impersonate("nothing"));
    String late = world.stytch().impersonationToken(user, "help@example.com");
    String orphan = world.stytch().impersonationToken(user, "help@example.com");
    world.clock().advance(Duration.ofMinutes(5));
    assertRefused(401, "unable_to_auth_impersonation_token", impersonate(late));
    succeed(stytch.delete("/v1/users/" + user));
    assertRefused(401, "unable_to_auth_impersonation_token", impersonate(orphan));
    assertThrows(
        UnknownIdException.class,
        () -> world.stytch().impersonationToken(user, "help@example.com"));
  }

  private Wire.Reply exchange(String token) throws Exception {
    return stytch.post(
        "/v1/sessions/exchange_access_token",
        "access_token",
        token,
        "session_duration_minutes",
        60,
        "session_custom_claims",
        body("from", "desk"));
  }

  private JsonNode tokens(String scopes) throws Exception {
    return succeed(app.redeem(app.code(user, scopes)));
  }

  @Test
  void anAppsTokenBecomesASessionOnce() throws Exception {
    app.app("first_party", "full_access_allowed", true);
    String token = tokens("full_access").path("access_token").textValue();

    JsonNode begun = succeed(exchange(token));

    assertEquals(user, begun.at("/session/user_id").textValue());
    assertEquals("desk", begun.at("/session/custom_claims/from").textValue());
    assertEquals("oauth_access_token_exchange", factor(begun).path("delivery_method").textValue());
    assertEquals(
        app.id, factor(begun).at("/oauth_access_token_exchange_factor/client_id").textValue());
    assertRefused(404, "idp_access_token_could_not_be_exchanged", exchange(token));
    assertRefused(404, "idp_access_token_not_found", exchange("nothing"));
  }

  @Test
  void notEveryTokenBecomesASession() throws Exception {
    app.app("first_party", "full_access_allowed", true);
    String all = "full_access offline_access";

    assertRefused(
        400,
        "oauth_access_token_exchange_missing_full_access",
        exchange(tokens("openid").path("access_token").textValue()));
    JsonNode tokens = tokens(all);
    String later =
        succeed(app.refresh(tokens.path("refresh_token").textValue()))
            .path("access_token")
            .textValue();
    assertRefused(400, "oauth_access_token_exchange_token_invalid_grant", exchange(later));
    world.clock().advance(Duration.ofMinutes(5).plusSeconds(1));
    String old = tokens.path("access_token").textValue();
    assertRefused(400, "oauth_access_token_exchange_token_too_old", exchange(old));
    String revoked = tokens(all).path("access_token").textValue();
    succeed(stytch.post("/v1/users/" + user + "/connected_apps/" + app.id + "/revoke"));
    assertRefused(404, "idp_access_token_could_not_be_exchanged", exchange(revoked));
  }

  private Wire.Reply migrate(String token) throws Exception {
    return stytch.post(
        "/v1/sessions/migrate", "session_token", token, "session_duration_minutes", 60);
  }

  @Test
  void aSessionOfAnotherSystemGoesOnHere() throws Exception {
    assertRefused(400, "migrate_from_external_missing_userinfo", migrate("old"));
    world
        .stytch()
        .configure(
            settings ->
                settings.externalSessions(
                    Map.of("old", StytchClient.EMAIL, "bare", "", "other", "bob@example.com")));

    JsonNode begun = succeed(migrate("old"));

    assertEquals(user, begun.path("user_id").textValue());
    assertEquals("imported", factor(begun).path("type").textValue());
    assertRefused(400, "migrate_from_external_missing_userinfo", migrate("bare"));
    assertRefused(400, "migrate_from_external_unexpected_response", migrate("nothing"));
    assertRefused(400, "migrate_from_external_email_does_not_exist", migrate("other"));
  }

  private String token(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer("https://idp.example.com")
            .audience("desk")
            .jwtID("t-1")
            .claim("mail", StytchClient.EMAIL)
            .expirationTime(Date.from(world.clock().instant().plusSeconds(60)));
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), change.apply(claims).build());
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  private Wire.Reply attest(String profile, String token) throws Exception {
    return stytch.post(
        "/v1/sessions/attest",
        "profile_id",
        profile,
        "token",
        token,
        "session_duration_minutes",
        60);
  }

  @Test
  void aTrustedTokenBecomesASession() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).generate();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key.toPublicKey().getEncoded())
            + "\n-----END PUBLIC KEY-----";
    world
        .stytch()
        .configure(
            settings ->
                settings.trustedTokenProfiles(
                    new TrustedTokenProfile(
                        "desk", "https://idp.example.com", "desk", pem, "mail")));

    JsonNode begun = succeed(attest("desk", token(key, claims -> claims)));

    assertEquals(user, begun.path("user_id").textValue());
    assertEquals("trusted_auth_token", factor(begun).path("type").textValue());
    assertEquals("t-1", factor(begun).at("/trusted_auth_token_factor/token_id").textValue());
    assertRefused(
        404, "trusted_token_profile_not_found", attest("other", token(key, claims -> claims)));
    assertRefused(401, "invalid_trusted_auth_token", attest("desk", "nothing"));
    RSAKey strange = new RSAKeyGenerator(2048).generate();
    assertRefused(
        401, "invalid_trusted_auth_token", attest("desk", token(strange, claims -> claims)));
    assertRefused(
        401,
        "invalid_trusted_auth_token",
        attest("desk", token(key, c -> c.expirationTime(Date.from(world.clock().instant())))));
    assertRefused(
        400, "jwt_invalid_issuer", attest("desk", token(key, claims -> claims.issuer("other"))));
    assertRefused(
        400,
        "jwt_invalid_audience",
        attest("desk", token(key, claims -> claims.audience("other"))));
    assertRefused(
        400,
        "jwt_invalid_claims",
        attest("desk", token(key, claims -> claims.claim("mail", null))));
    assertRefused(
        404,
        "user_not_found",
        attest("desk", token(key, claims -> claims.claim("mail", "bob@example.com"))));
    assertTrue(world.stytch().settings().trustedTokenProfiles().size() == 1);
  }
}
