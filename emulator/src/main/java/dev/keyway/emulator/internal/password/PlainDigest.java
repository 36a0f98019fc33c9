package dev.keyway.emulator.internal.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/** One round of a digest over prefix, password and suffix, as old systems stored passwords. */
public final class PlainDigest implements PasswordHash {
  private final Function function;
  private final String prefix;
  private final String suffix;
  private final byte[] hash;

  private PlainDigest(Function function, String prefix, String suffix, byte[] hash) {
    this.function = function;
    this.prefix = prefix;
    this.suffix = suffix;
    this.hash = hash;
  }

  /** The digest. */
  public enum Function {
    /** MD5. */
    MD5("MD5", 16),
    /** SHA-1. */
    SHA1("SHA-1", 20),
    /** SHA-512. */
    SHA512("SHA-512", 64);

    private final String javaName;
    private final int bytes;

    Function(String javaName, int bytes) {
      this.javaName = javaName;
      this.bytes = bytes;
    }
  }

  /**
   * Reads a hash in hexadecimal.
   *
   * @param prefix salt before the password; may be empty
   * @param suffix salt after the password; may be empty
   */
  public static PlainDigest parse(Function function, String hex, String prefix, String suffix)
      throws Malformed {
    byte[] hash;
    try {
      hash = HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Malformed("not a hexadecimal hash");
    }
    if (hash.length != function.bytes) {
      throw new Malformed("a " + function.javaName + " hash has " + function.bytes + " bytes");
    }
    return new PlainDigest(function, prefix, suffix, hash);
  }

  @Override
  public String text() {
    return "$keyway-%s$%s$%s$%s"
        .formatted(
            function.javaName.replace("-", "").toLowerCase(Locale.ROOT),
            HashText.encode(prefix),
            HashText.encode(suffix),
            HashText.hex(hash));
  }

  @Override
  public boolean isSlow() {
    return false;
  }

  @Override
  public boolean matches(String attempt) {
    byte[] salted = (prefix + attempt + suffix).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(hash, Digests.named(function.javaName).digest(salted));
  }
}
