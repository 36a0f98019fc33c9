package dev.keyway.emulator.internal.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.bouncycastle.crypto.generators.SCrypt;

/** An scrypt hash (RFC 7914). */
public final class Scrypt implements PasswordHash {
  /** As the import of hashes has it: n is below 262145 (documented). */
  public static final int HIGHEST_N = 1 << 18;

  private final byte[] salt;
  private final int n;
  private final int r;
  private final int p;
  private final byte[] hash;

  private Scrypt(byte[] salt, int n, int r, int p, byte[] hash) {
    this.salt = salt.clone();
    this.n = n;
    this.r = r;
    this.p = p;
    this.hash = hash.clone();
  }

  /**
   * Takes the parts of a hash.
   *
   * @param n cost: a power of two above one, at most 2^18
   * @param r block size
   * @param p parallelization
   */
  public static Scrypt of(byte[] salt, int n, int r, int p, byte[] hash) throws Malformed {
    if (n < 2 || n > HIGHEST_N || Integer.bitCount(n) != 1 || r < 1 || r > 32 || p < 1 || p > 16) {
      throw new Malformed("scrypt parameters out of range");
    }
    // RFC 7914 section 2 bounds n by r; the rest is 256 MiB, and some seconds.
    if ((r == 1 && n >= 1 << 16) || (long) n * r > 1 << 21 || (long) n * r * p > 1 << 22) {
      throw new Malformed("scrypt parameters out of range");
    }
    if (hash.length == 0 || hash.length > HashText.MOST_BYTES) {
      throw new Malformed("scrypt hash of a wrong length");
    }
    return new Scrypt(salt, n, r, p, hash);
  }

  @Override
  public String text() {
    return "$scrypt$ln=%d,r=%d,p=%d$%s$%s"
        .formatted(
            Integer.numberOfTrailingZeros(n), r, p, HashText.encode(salt), HashText.encode(hash));
  }

  @Override
  public boolean matches(String attempt) {
    byte[] password = attempt.getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(hash, SCrypt.generate(password, salt, n, r, p, hash.length));
  }
}
