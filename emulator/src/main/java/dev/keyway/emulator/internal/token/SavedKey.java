package dev.keyway.emulator.internal.token;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A signing key as a file holds it.
 *
 * @param kid the name by which verifiers find it
 * @param algorithm {@code EC} or {@code RSA}
 * @param privateKey PKCS #8, in base 64
 * @param publicKey SubjectPublicKeyInfo (X.509), in base 64
 * @param retiresAt when it ceases to verify; null while it signs
 */
public record SavedKey(
    String kid,
    String algorithm,
    String privateKey,
    String publicKey,
    @Nullable Instant retiresAt) {

  static SavedKey of(SigningKey key, @Nullable Instant retiresAt) {
    KeyPair pair = key.pair();
    return new SavedKey(
        key.kid(),
        pair.getPublic() instanceof ECPublicKey ? "EC" : "RSA",
        encoded(pair.getPrivate()),
        encoded(pair.getPublic()),
        retiresAt);
  }

  private static String encoded(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /**
   * The pair.
   *
   * @throws GeneralSecurityException if these are no keys
   * @throws IllegalArgumentException if they are not in base 64
   */
  KeyPair pair() throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance(algorithm);
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))),
        factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey))));
  }

  /** The name, no key. */
  @Override
  public String toString() {
    return "SavedKey[" + kid + "]";
  }
}
