package example.memory;

import dev.keyway.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A salted hash of a password: PBKDF2, which the JDK has. */
final class PasswordHash {
  /** Few, for the sake of the tests: OWASP asks for 600,000. */
  private static final int ITERATIONS = 1_000;

  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(byte[] salt, byte[] hash) {
    this.salt = salt;
    this.hash = hash;
  }

  static PasswordHash of(Secret password, SecureRandom random) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    return new PasswordHash(salt, hash(password, salt));
  }

  boolean matches(Secret password) {
    return MessageDigest.isEqual(hash, hash(password, salt));
  }

  private static byte[] hash(Secret password, byte[] salt) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.reveal().toCharArray(), salt, ITERATIONS, 256);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2", e);
    }
  }
}
