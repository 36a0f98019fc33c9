package dev.keyway.emulator.internal.webauthn;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * Immutable bytes that may be a key of a map: credential ids, challenges, user handles, public
 * keys.
 */
public final class Octets {
  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of {@code bytes}. */
  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  /**
   * Decodes {@code text}, padded or not.
   *
   * @throws IllegalArgumentException if it is not base 64 of that form
   */
  public static Octets decode(String text, Base64Form form) {
    Objects.requireNonNull(form, "form");
    boolean plain = text.indexOf('+') >= 0 || text.indexOf('/') >= 0;
    if (plain && form == Base64Form.URL) {
      throw new IllegalArgumentException("not base64url");
    }
    return new Octets((plain ? Base64.getDecoder() : Base64.getUrlDecoder()).decode(text));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many bytes. */
  public int length() {
    return bytes.length;
  }

  /** URL-safe base 64 without padding, as WebAuthn's JSON writes binary values. */
  public String base64Url() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Plain base 64 with padding. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The same bytes; the comparison takes the same time wherever they differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Octets o && MessageDigest.isEqual(bytes, o.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Only the length: some of these bytes are challenges. */
  @Override
  public String toString() {
    return "Octets[" + bytes.length + " bytes]";
  }
}
