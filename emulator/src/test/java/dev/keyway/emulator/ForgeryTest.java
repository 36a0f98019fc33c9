package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a verifier of other make finds in forged tokens: the flaw asked for, and no other. */
@ExtendWith(EmulatorExtension.class)
class ForgeryTest {
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"}";

  @ParameterizedTest
  @EnumSource(Forgery.class)
  void aStackAuthTokenHasTheFlawAskedFor(Forgery how, World world) throws Exception {
    String user = Wire.stackClient(world).post("/auth/password/sign-up", ADA).at("user_id");
    StackAuthService stack = world.stackAuth();

    assertEquals(
        only(how),
        flaws(
            stack.forgeToken(user, how),
            user,
            stack.jwksUrl(),
            stack.issuer(),
            stack.projectId(),
            world.clock().now()));
  }

  @ParameterizedTest
  @EnumSource(Forgery.class)
  void aStytchTokenHasTheFlawAskedFor(Forgery how, World world) throws Exception {
    String user = Wire.stytch(world).post("/v1/passwords", ADA).at("user_id");
    StytchService stytch = world.stytch();

    assertEquals(
        only(how),
        flaws(
            stytch.forgeToken(user, how),
            user,
            stytch.jwksUrl(),
            stytch.issuer(),
            stytch.projectId(),
            world.clock().now()));
  }

  @Test
  void aTokenWithoutFlawIsOfTheUsersNewestSession(World world) throws Exception {
    Wire client = Wire.stackClient(world);
    client.post("/auth/password/sign-up", ADA);
    Wire.Reply in = client.post("/auth/password/sign-in", ADA);

    String forged = world.stackAuth().forgeToken(in.at("user_id"), Forgery.VALID);

    assertEquals(
        SignedJWT.parse(in.at("access_token")).getJWTClaimsSet().getClaim("refresh_token_id"),
        SignedJWT.parse(forged).getJWTClaimsSet().getClaim("refresh_token_id"));
    assertEquals(200, client.with("x-stack-access-token", forged).get("/users/me").status());
  }

  @Test
  void theServicesThemselvesRefuseForgedTokens(World world) throws Exception {
    String stack = Wire.stackClient(world).post("/auth/password/sign-up", ADA).at("user_id");
    String stytch =
        Wire.stytch(world)
            .post("/v1/passwords", ADA.replace("\"}", "\",\"session_duration_minutes\":60}"))
            .at("user_id");
    for (Forgery how :
        EnumSet.complementOf(EnumSet.of(Forgery.VALID, Forgery.EXPIRED, Forgery.NOT_YET_VALID))) {
      String access = world.stackAuth().forgeToken(stack, how);
      assertEquals(
          401,
          Wire.stackClient(world).with("x-stack-access-token", access).get("/users/me").status(),
          how::name);
      String jwt = world.stytch().forgeToken(stytch, how);
      int status =
          Wire.stytch(world)
              .post("/v1/sessions/authenticate", "{\"session_jwt\":\"" + jwt + "\"}")
              .status();
      assertEquals(4, status / 100, how::name);
    }
  }

  @Test
  void nobodysTokenCannotBeForged(World world) {
    assertThrows(
        UnknownIdException.class, () -> world.stackAuth().forgeToken("nobody", Forgery.VALID));
    assertThrows(
        UnknownIdException.class, () -> world.stytch().forgeToken("nobody", Forgery.VALID));
  }

  private static Set<Forgery> only(Forgery how) {
    return how == Forgery.VALID ? EnumSet.noneOf(Forgery.class) : EnumSet.of(how);
  }

  private static Set<Forgery> flaws(
      String token, String user, URI jwks, String issuer, String audience, Instant now)
      throws IOException, ParseException, JOSEException {
    Set<Forgery> flaws = EnumSet.noneOf(Forgery.class);
    JWT jwt = JWTParser.parse(token);
    JWTClaimsSet claims = jwt.getJWTClaimsSet();
    assertEquals(user, claims.getSubject());
    if (!claims.getExpirationTime().toInstant().isAfter(now)) {
      flaws.add(Forgery.EXPIRED);
    }
    if (Optional.ofNullable(claims.getNotBeforeTime())
        .filter(begin -> begin.toInstant().isAfter(now))
        .isPresent()) {
      flaws.add(Forgery.NOT_YET_VALID);
    }
    if (!claims.getAudience().contains(audience)) {
      flaws.add(Forgery.WRONG_AUDIENCE);
    }
    if (!issuer.equals(claims.getIssuer())) {
      flaws.add(Forgery.WRONG_ISSUER);
    }
    if (jwt instanceof PlainJWT) {
      flaws.add(Forgery.NO_SIGNATURE);
    } else if (jwt instanceof SignedJWT signed) {
      addFlawOfSignature(flaws, signed, JWKSet.load(jwks.toURL()));
    }
    return flaws;
  }

  private static void addFlawOfSignature(Set<Forgery> flaws, SignedJWT token, JWKSet published)
      throws JOSEException {
    JWK key = published.getKeyByKeyId(token.getHeader().getKeyID());
    if (key == null) {
      flaws.add(Forgery.UNKNOWN_KEY);
      return;
    }
    if (token.getHeader().getAlgorithm().getName().equals("HS256")) {
      byte[] secret = ((AsymmetricJWK) key).toPublicKey().getEncoded();
      if (token.verify(new MACVerifier(secret))) {
        flaws.add(Forgery.PUBLIC_KEY_AS_SECRET);
      }
      return;
    }
    JWSVerifier verifier =
        key instanceof RSAKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier(key.toECKey());
    if (!token.verify(verifier)) {
      flaws.add(Forgery.BROKEN_SIGNATURE);
    }
  }
}
