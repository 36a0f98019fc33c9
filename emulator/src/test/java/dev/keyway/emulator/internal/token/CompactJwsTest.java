package dev.keyway.emulator.internal.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import dev.keyway.emulator.internal.random.Randomness;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an independent library: what one signs, the other verifies. */
class CompactJwsTest {
  private static final String PAYLOAD = "{\"sub\":\"\u00c5sa\"}";
  private static final Randomness RANDOM = new Randomness(new SecureRandom());

  enum Kind {
    ES256(SigningKey.es256("one", RANDOM)) {
      @Override
      JWSVerifier verifier() throws Exception {
        return new ECDSAVerifier((ECPublicKey) key.pair().getPublic());
      }

      @Override
      JWSSigner signer() throws Exception {
        return new ECDSASigner((ECPrivateKey) key.pair().getPrivate());
      }
    },
    RS256(SigningKey.rs256("two", KeyPool.RSA.take())) {
      @Override
      JWSVerifier verifier() {
        return new RSASSAVerifier((RSAPublicKey) key.pair().getPublic());
      }

      @Override
      JWSSigner signer() {
        return new RSASSASigner(key.pair().getPrivate());
      }
    };

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    final SigningKey key;

    Kind(SigningKey key) {
      this.key = key;
    }

    abstract JWSVerifier verifier() throws Exception;

    abstract JWSSigner signer() throws Exception;
  }

  @ParameterizedTest
  @EnumSource
  void theLibraryVerifiesWhatIsSignedHere(Kind kind) throws Exception {
    for (int i = 0; i < 20; i++) {
      JWSObject read = JWSObject.parse(kind.key.sign("JWT", PAYLOAD));
      assertTrue(read.verify(kind.verifier()));
      assertEquals(PAYLOAD, read.getPayload().toString());
      assertEquals(kind.key.kid(), read.getHeader().getKeyID());
      assertEquals(JOSEObjectType.JWT, read.getHeader().getType());
      assertEquals(JWSAlgorithm.parse(kind.name()), read.getHeader().getAlgorithm());
    }
    assertNull(JWSObject.parse(kind.key.sign(null, PAYLOAD)).getHeader().getType());
  }

  @ParameterizedTest
  @EnumSource
  void whatTheLibrarySignsIsVerifiedHere(Kind kind) throws Exception {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(kind.name())).keyID("k").build();
    JWSObject made = new JWSObject(header, new Payload(PAYLOAD));
    made.sign(kind.signer());
    CompactJws read = CompactJws.parse(made.serialize()).orElseThrow();

    assertTrue(kind.key.verifies(read));
    assertEquals("k", read.kid());
    assertEquals("\u00c5sa", read.payload().path("sub").textValue());
  }

  @ParameterizedTest
  @EnumSource
  void aTokenOfAnotherKeyOrPayloadOrLengthIsNotVerified(Kind kind) {
    String token = kind.key.sign(null, PAYLOAD);
    List<String> parts = List.of(token.split("\\.", -1));
    String other = "e30";
    for (String changed :
        new String[] {
          parts.get(0) + "." + other + "." + parts.get(2),
          parts.get(0) + "." + parts.get(1) + ".",
          parts.get(0) + "." + parts.get(1) + ".AAAA",
          parts.get(0) + "." + parts.get(1) + "." + parts.get(2) + "AAAA",
          kind.key.stranger(kind.key.kid(), RANDOM).sign(null, PAYLOAD)
        }) {
      assertFalse(kind.key.verifies(CompactJws.parse(changed).orElseThrow()), changed);
    }
    Kind otherKind = kind == Kind.ES256 ? Kind.RS256 : Kind.ES256;
    assertFalse(otherKind.key.verifies(CompactJws.parse(token).orElseThrow()));
  }

  /** The signature is right; the header says that it was made by another algorithm. */
  @Test
  void aTokenThatNamesAnotherAlgorithmIsNotVerified() throws Exception {
    Signature rsa = Signature.getInstance("SHA256withRSA");
    for (String algorithm : List.of("RS256", "RS384")) {
      String unsigned = CompactJws.unsigned("{\"alg\":\"" + algorithm + "\"}", PAYLOAD);
      rsa.initSign(Kind.RS256.key.pair().getPrivate());
      rsa.update(unsigned.getBytes(StandardCharsets.US_ASCII));
      CompactJws token = CompactJws.parse(CompactJws.of(unsigned, rsa.sign())).orElseThrow();
      assertEquals(algorithm.equals("RS256"), Kind.RS256.key.verifies(token));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "e30.e30",
        "e30.e30.AA",
        "eyJhbGciOiJSUzI1NiJ9.e30.A A",
        "eyJhbGciOiJSUzI1NiJ9.e30.AA==",
        "eyJhbGciOiJSUzI1NiJ9.e30.AA.AA",
        "eyJhbGciOiJSUzI1NiJ9.bm8ganNvbg.AA",
        "eyJhbGciOiJSUzI1NiIsImNyaXQiOlsiZXhwIl19.e30.AA"
      })
  void whatIsNoTokenIsNone(String text) {
    assertTrue(CompactJws.parse(text).isEmpty(), text);
  }
}
