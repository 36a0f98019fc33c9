package dev.keyway.emulator.internal.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import dev.keyway.emulator.Forgery;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A forged token has the flaw that it is made for, and no other. */
class ForgerTest {
  private static final Randomness RANDOM = new Randomness(new SecureRandom());
  private static final SigningKey EC = SigningKey.es256("key", RANDOM);
  private static final SigningKey RSA = SigningKey.rs256("key", KeyPool.RSA.take());
  private static final EnumSet<Forgery> OF_CLAIMS =
      EnumSet.of(
          Forgery.EXPIRED, Forgery.NOT_YET_VALID, Forgery.WRONG_AUDIENCE, Forgery.WRONG_ISSUER);

  private static ObjectNode claims() {
    return Json.object().put("iss", "own").put("aud", "own").put("iat", 1000).put("exp", 1300);
  }

  private static ObjectNode spoilt(Forgery how, ObjectNode claims) {
    new Forger(how, RANDOM).spoil(claims, "foreign-audience", "foreign-issuer");
    return claims;
  }

  private static String sign(Forgery how, SigningKey key) {
    return new Forger(how, RANDOM).sign(key, "JWT", "{}", "stranger");
  }

  @Test
  void anExpiredTokenEndedAnHourAgo() {
    assertEquals(
        claims().put("iat", 1000 - 300 - 3600).put("exp", 1000 - 3600).toString(),
        spoilt(Forgery.EXPIRED, claims()).toString());
    assertEquals(
        500 - 3900, spoilt(Forgery.EXPIRED, claims().put("nbf", 500)).path("nbf").intValue());
  }

  @Test
  void aTokenThatIsNotYetValidBeginsInAnHour() {
    assertEquals(
        claims().put("iat", 4600).put("exp", 4900).put("nbf", 4600).toString(),
        spoilt(Forgery.NOT_YET_VALID, claims()).toString());
  }

  @Test
  void audienceAndIssuerAreAnotherProjects() {
    assertEquals(
        claims().put("aud", "foreign-audience").toString(),
        spoilt(Forgery.WRONG_AUDIENCE, claims()).toString());
    ObjectNode many = claims();
    many.putArray("aud").add("own").add("other");
    assertEquals(
        "[\"foreign-audience\"]", spoilt(Forgery.WRONG_AUDIENCE, many).path("aud").toString());
    assertEquals(
        claims().put("iss", "foreign-issuer").toString(),
        spoilt(Forgery.WRONG_ISSUER, claims()).toString());
  }

  @ParameterizedTest
  @EnumSource
  void aFlawIsOfTheClaimsOrOfTheSignature(Forgery how) {
    boolean ofClaims = OF_CLAIMS.contains(how);
    assertEquals(!ofClaims, spoilt(how, claims()).equals(claims()));
    for (SigningKey key : new SigningKey[] {EC, RSA}) {
      boolean genuine =
          CompactJws.parse(sign(how, key)).filter(token -> key.verifies(token)).isPresent();
      assertEquals(ofClaims || how == Forgery.VALID, genuine);
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"UNKNOWN_KEY", "BROKEN_SIGNATURE", "VALID"})
  void theHeaderIsAGenuineOnes(Forgery how) throws Exception {
    for (SigningKey key : new SigningKey[] {EC, RSA}) {
      JWSObject token = JWSObject.parse(sign(how, key));
      assertEquals(how == Forgery.UNKNOWN_KEY ? "stranger" : "key", token.getHeader().getKeyID());
      assertEquals("JWT", String.valueOf(token.getHeader().getType()));
      assertEquals(
          key == EC ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256, token.getHeader().getAlgorithm());
    }
  }

  @Test
  void withoutSignatureTheAlgorithmIsNone() {
    String token = sign(Forgery.NO_SIGNATURE, EC);
    assertTrue(token.endsWith("."), token);
    assertEquals(
        "{\"alg\":\"none\"}",
        new String(
            Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))),
            StandardCharsets.US_ASCII));
  }

  @Test
  void thePublicKeyIsTheSecretOfAnHmac() throws Exception {
    JWSObject token = JWSObject.parse(sign(Forgery.PUBLIC_KEY_AS_SECRET, RSA));
    assertEquals("key", token.getHeader().getKeyID());
    assertTrue(token.verify(new MACVerifier(RSA.pair().getPublic().getEncoded())));
  }

  @Test
  void aBrokenSignatureIsOneBitAway() {
    String token = sign(Forgery.BROKEN_SIGNATURE, RSA);
    byte[] broken = Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
    byte[] right =
        Base64.getUrlDecoder().decode(RSA.sign("JWT", "{}").substring(token.lastIndexOf('.') + 1));
    broken[broken.length - 1] ^= 1;
    assertEquals(
        Base64.getEncoder().encodeToString(right), Base64.getEncoder().encodeToString(broken));
    assertFalse(RSA.verifies(CompactJws.parse(token).orElseThrow()));
  }
}
