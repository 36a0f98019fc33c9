package dev.keyway.emulator.internal.totp;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** The secret that a TOTP device and a server share. Never part of a log: see {@link #toString}. */
public final class TotpKey {
  /** What both vendors make: 160 bits, the length of the HMAC's output. */
  public static final int BYTES = 20;

  private final byte[] bytes;

  private TotpKey(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("a TOTP key has at least one byte");
    }
    this.bytes = bytes;
  }

  /** A new key of {@link #BYTES} bytes. */
  public static TotpKey generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new TotpKey(bytes);
  }

  /**
   * A key from its bytes, which are copied.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static TotpKey of(byte[] bytes) {
    return new TotpKey(bytes.clone());
  }

  /**
   * A key from base 32, as {@link Base32#decode} reads it.
   *
   * @throws IllegalArgumentException if it is not base 32, or empty
   */
  public static TotpKey ofBase32(String text) {
    return new TotpKey(Base32.decode(text));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The key for an {@code otpauth} URI or for typing. */
  public String base32() {
    return Base32.encode(bytes);
  }

  /** The key as plain, padded base 64. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TotpKey k && MessageDigest.isEqual(bytes, k.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "TotpKey[redacted]";
  }
}
