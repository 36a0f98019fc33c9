package dev.keyway.emulator.internal.random;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;

/** Ids, tokens and codes of every form that the providers use, from one injected source. */
public final class Randomness {
  /** Crockford's base 32 in lower case: no i, l, o, u. */
  private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

  /** How the ids of emulated projects begin: the letters "keyway" in hexadecimal. */
  public static final String PROJECT_MARK = "6b657977-6179";

  private static final int BYTE_VALUES = 256;

  private final SecureRandom source;

  /** Draws from {@code source}. */
  public Randomness(SecureRandom source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /** {@code count} random bytes. */
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    source.nextBytes(bytes);
    return bytes;
  }

  /** A random UUID (version 4) in lower case. */
  public String uuid() {
    byte[] b = bytes(16);
    b[6] = (byte) ((b[6] & 0x0f) | 0x40);
    b[8] = (byte) ((b[8] & 0x3f) | 0x80);
    return new UUID(longAt(b, 0), longAt(b, 8)).toString();
  }

  /**
   * A project's id: a random UUID that begins with {@link #PROJECT_MARK}. Issuer and audience of
   * every token hold it, so no verifier of a real project takes a token that was made here.
   */
  public String projectUuid() {
    return PROJECT_MARK + uuid().substring(PROJECT_MARK.length());
  }

  /**
   * 224 bits as 45 characters of lower-case Crockford base 32. 45 characters hold 225 bits, so the
   * last one carries four bits of randomness and ends in a zero bit, as a plain encoding gives.
   */
  public String crockford45() {
    byte[] bytes = bytes(28);
    StringBuilder out = new StringBuilder(45);
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        out.append(CROCKFORD.charAt((buffer >> bits) & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    return out.append(CROCKFORD.charAt((buffer << (5 - bits)) & 31)).toString();
  }

  /** {@code count} random bytes as URL-safe base 64 without padding. */
  public String base64Url(int count) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
  }

  /** {@code count} decimal digits, leading zeros included. */
  public String digits(int count) {
    return fromAlphabet("0123456789", count);
  }

  /** {@code count} lower-case hexadecimal digits. */
  public String hex(int count) {
    return fromAlphabet("0123456789abcdef", count);
  }

  /** {@code count} lower-case letters and digits. */
  public String alphanumeric(int count) {
    return fromAlphabet("abcdefghijklmnopqrstuvwxyz0123456789", count);
  }

  /** The source itself, for libraries that want one. */
  public SecureRandom source() {
    return source;
  }

  private String fromAlphabet(String alphabet, int count) {
    // Of what a byte may be, as many values as give each character the same chance.
    int fair = BYTE_VALUES - BYTE_VALUES % alphabet.length();
    StringBuilder out = new StringBuilder(count);
    while (out.length() < count) {
      for (byte drawn : bytes(count - out.length())) {
        int value = drawn & 0xff;
        if (value < fair) {
          out.append(alphabet.charAt(value % alphabet.length()));
        }
      }
    }
    return out.toString();
  }

  private static long longAt(byte[] bytes, int offset) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | (bytes[offset + i] & 0xff);
    }
    return value;
  }
}
