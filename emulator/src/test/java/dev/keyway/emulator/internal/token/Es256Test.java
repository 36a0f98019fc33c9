package dev.keyway.emulator.internal.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever signs and whoever verifies, the JDK or Bouncy Castle: it is one signature. */
class Es256Test {
  private static final byte[] MESSAGE = "header.claims".getBytes(UTF_8);
  private KeyPair pair = new KeyPair(null, null);

  @BeforeEach
  void makeAKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    pair = generator.generateKeyPair();
  }

  @Test
  void anyNumberOfUsesGivesSignaturesThatTheJdkTakes() throws Exception {
    Es256 algorithm = new Es256(pair, new SecureRandom());
    byte[] other = "header.other".getBytes(UTF_8);
    for (int i = 0; i < 150; i++) {
      byte[] signature = algorithm.sign(MESSAGE);
      assertTrue(jdkTakes(signature), "signature " + i);
      assertTrue(algorithm.verify(MESSAGE, signature), "signature " + i);
      assertFalse(algorithm.verify(other, signature), "signature " + i);
      assertFalse(algorithm.verify(MESSAGE, new byte[64]), "use " + i);
    }
  }

  @Test
  void bouncyCastleTakesWhatTheJdkSigns() throws Exception {
    FastEs256 fast =
        new FastEs256(
            (ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic(), new SecureRandom());
    Signature jdk = Signature.getInstance("SHA256withECDSAinP1363Format");
    jdk.initSign(pair.getPrivate());
    jdk.update(MESSAGE);
    assertTrue(fast.verify(MESSAGE, jdk.sign()));
    assertTrue(jdkTakes(fast.sign(MESSAGE)));
  }

  @Test
  void theJdkTakesWhatBouncyCastleSigns() throws Exception {
    ECPrivateKey privateKey = (ECPrivateKey) pair.getPrivate();
    ECPublicKey publicKey = (ECPublicKey) pair.getPublic();
    PlatformEs256 platform = new PlatformEs256(privateKey, publicKey, new SecureRandom());
    byte[] signature = new FastEs256(privateKey, publicKey, new SecureRandom()).sign(MESSAGE);
    assertTrue(platform.verify(MESSAGE, signature));
    assertFalse(platform.verify("header.other".getBytes(UTF_8), signature));
    assertFalse(platform.verify(MESSAGE, new byte[64]));
    assertFalse(platform.verify(MESSAGE, filled((byte) 0xFF)), "numbers beyond the curve's");
    assertFalse(platform.verify(MESSAGE, new byte[63]));
    assertTrue(jdkTakes(platform.sign(MESSAGE)));
  }

  private static byte[] filled(byte value) {
    byte[] bytes = new byte[64];
    Arrays.fill(bytes, value);
    return bytes;
  }

  private boolean jdkTakes(byte[] signature) throws Exception {
    Signature jdk = Signature.getInstance("SHA256withECDSAinP1363Format");
    jdk.initVerify(pair.getPublic());
    jdk.update(MESSAGE);
    return jdk.verify(signature);
  }
}
