package dev.keyway.emulator.internal.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/** A PBKDF2 hash (RFC 8018 section 5.2). */
public final class Pbkdf2 implements PasswordHash {
  private static final int MAX_ITERATIONS = 10_000_000;

  private final Function function;
  private final byte[] salt;
  private final int iterations;
  private final byte[] hash;

  private Pbkdf2(Function function, byte[] salt, int iterations, byte[] hash) {
    this.function = function;
    this.salt = salt.clone();
    this.iterations = iterations;
    this.hash = hash.clone();
  }

  /** The digest inside. */
  public enum Function {
    /** HMAC-SHA-256. */
    SHA256("PBKDF2WithHmacSHA256", 32),
    /** HMAC-SHA-512. */
    SHA512("PBKDF2WithHmacSHA512", 64);

    private final String factory;
    private final int bytes;

    Function(String factory, int bytes) {
      this.factory = factory;
      this.bytes = bytes;
    }

    private Digest digest() {
      return this == SHA256 ? new SHA256Digest() : new SHA512Digest();
    }
  }

  /** Takes the parts of a hash. */
  public static Pbkdf2 of(Function function, byte[] salt, int iterations, byte[] hash)
      throws Malformed {
    if (iterations < 1 || iterations > MAX_ITERATIONS) {
      throw new Malformed("PBKDF2 iterations out of range");
    }
    if (hash.length == 0 || hash.length > HashText.MOST_BYTES) {
      throw new Malformed("PBKDF2 hash of a wrong length");
    }
    // Each block of the hash takes all of them.
    long blocks = (hash.length - 1) / function.bytes + 1L;
    if (iterations * blocks > MAX_ITERATIONS) {
      throw new Malformed("PBKDF2 iterations out of range");
    }
    return new Pbkdf2(function, salt, iterations, hash);
  }

  @Override
  public String text() {
    return "$pbkdf2-%s$i=%d$%s$%s"
        .formatted(
            function == Function.SHA256 ? "sha256" : "sha512",
            iterations,
            HashText.encode(salt),
            HashText.encode(hash));
  }

  @Override
  public boolean matches(String attempt) {
    return MessageDigest.isEqual(hash, salt.length == 0 ? withoutSalt(attempt) : derived(attempt));
  }

  /** The JDK takes the password's characters as UTF-8, as the other side does. */
  private byte[] derived(String attempt) {
    PBEKeySpec spec =
        new PBEKeySpec(attempt.toCharArray(), salt, iterations, hash.length * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(function.factory).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + function.factory, e);
    } finally {
      spec.clearPassword();
    }
  }

  /** The JDK takes no empty salt. */
  private byte[] withoutSalt(String attempt) {
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(function.digest());
    generator.init(attempt.getBytes(StandardCharsets.UTF_8), salt, iterations);
    KeyParameter key = (KeyParameter) generator.generateDerivedParameters(hash.length * Byte.SIZE);
    return key.getKey();
  }
}
