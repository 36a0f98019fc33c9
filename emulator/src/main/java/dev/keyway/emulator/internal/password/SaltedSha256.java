package dev.keyway.emulator.internal.password;

import dev.keyway.emulator.internal.random.Randomness;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** One round of salted SHA-256: fast, and of no use outside tests. */
public final class SaltedSha256 implements PasswordHash {
  private static final int SALT_BYTES = 16;
  private static final int DIGEST_BYTES = 32;

  private final byte[] salt;
  private final byte[] digest;

  private SaltedSha256(byte[] salt, byte[] digest) {
    this.salt = salt;
    this.digest = digest;
  }

  /** Hashes {@code password} with a fresh salt. */
  public static SaltedSha256 of(String password, Randomness random) {
    byte[] salt = random.bytes(SALT_BYTES);
    return new SaltedSha256(salt, digest(salt, password));
  }

  /** Hashes {@code password} with a salt that is given, for hashes that must come out the same. */
  public static SaltedSha256 of(String password, byte[] salt) {
    return new SaltedSha256(salt.clone(), digest(salt, password));
  }

  static SaltedSha256 restored(byte[] salt, byte[] digest) throws Malformed {
    if (digest.length != DIGEST_BYTES) {
      throw new Malformed("a SHA-256 hash has " + DIGEST_BYTES + " bytes");
    }
    return new SaltedSha256(salt, digest);
  }

  @Override
  public String text() {
    return "$keyway-sha256$" + HashText.encode(salt) + "$" + HashText.encode(digest);
  }

  @Override
  public boolean isSlow() {
    return false;
  }

  @Override
  public boolean matches(String attempt) {
    return MessageDigest.isEqual(digest, digest(salt, attempt));
  }

  private static byte[] digest(byte[] salt, String password) {
    MessageDigest sha = Digests.named("SHA-256");
    sha.update(salt);
    return sha.digest(password.getBytes(StandardCharsets.UTF_8));
  }
}
