package dev.keyway.emulator.internal.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.random.Randomness;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keys as text: in files, in key sets, and as users paste them. */
class KeyTextTest {
  private static final Randomness RANDOM = new Randomness(new SecureRandom());
  private static final SigningKey EC = SigningKey.es256("ec", RANDOM);
  private static final SigningKey RSA = SigningKey.rs256("rsa", KeyPool.RSA.take());

  @Test
  void aSavedKeyIsTheSameKey() throws Exception {
    for (SigningKey key : new SigningKey[] {EC, RSA}) {
      SavedKey saved = SavedKey.of(key, Instant.EPOCH);
      SigningKey read = SigningKey.of(saved, RANDOM);

      assertEquals(key == EC ? "EC" : "RSA", saved.algorithm());
      assertEquals(Instant.EPOCH, saved.retiresAt());
      assertEquals(key.kid(), read.kid());
      assertTrue(key.verifies(CompactJws.parse(read.sign(null, "{}")).orElseThrow()));
      assertTrue(read.verifies(CompactJws.parse(key.sign(null, "{}")).orElseThrow()));
      assertEquals("SavedKey[" + key.kid() + "]", saved.toString());
    }
  }

  @Test
  void whatIsNoKeyIsRefused() {
    SavedKey good = SavedKey.of(EC, null);
    SavedKey none = new SavedKey("x", "EC", "AAAA", good.publicKey(), null);
    assertThrows(GeneralSecurityException.class, () -> SigningKey.of(none, RANDOM));
    SavedKey noBase64 = new SavedKey("x", "EC", good.privateKey(), "?", null);
    assertThrows(IllegalArgumentException.class, () -> SigningKey.of(noBase64, RANDOM));
  }

  @Test
  void aNumberHasNoLeadingZeros() {
    assertEquals("AQAB", JwkNumber.text(BigInteger.valueOf(65_537)));
    assertEquals("_w", JwkNumber.text(BigInteger.valueOf(255)));
    assertEquals("fw", JwkNumber.text(BigInteger.valueOf(127)));
  }

  @Test
  void aPublicKeyOfRsaIsReadFromPem() {
    String text = Base64.getMimeEncoder().encodeToString(RSA.pair().getPublic().getEncoded());
    String pem = "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n";
    assertEquals(Optional.of(RSA.pair().getPublic()), PublicKeyText.rsa(pem));
    String ec = Base64.getMimeEncoder().encodeToString(EC.pair().getPublic().getEncoded());
    for (String bad : new String[] {"", "-----BEGIN PUBLIC KEY-----", "AAAA", ec}) {
      assertEquals(Optional.empty(), PublicKeyText.rsa(bad), bad);
    }
  }

  @Test
  void textsAreComparedWhole() {
    assertTrue(ConstantTime.equal("s\u00e4me", "s\u00e4me"));
    for (String other : new String[] {"", "s\u00e4m", "s\u00e4me ", "same", "S\u00e4me"}) {
      assertFalse(ConstantTime.equal("s\u00e4me", other), other);
    }
  }
}
