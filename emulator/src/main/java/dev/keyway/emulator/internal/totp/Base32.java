package dev.keyway.emulator.internal.totp;

import java.io.ByteArrayOutputStream;

/**
 * Base 32 without padding, as authenticator apps exchange keys.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648 section 6</a>
 */
public final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  /** Upper case, no padding. */
  public static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder((bytes.length * 8 + 4) / 5);
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        out.append(ALPHABET.charAt((buffer >> bits) & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      out.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
    }
    return out.toString();
  }

  /**
   * Decodes either case, padded or not; blanks and hyphens, with which apps group a key for typing,
   * are skipped.
   *
   * @throws IllegalArgumentException for any other character, a length that no encoding has, or
   *     left-over bits that are not zero
   */
  public static byte[] decode(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(end * 5 / 8);
    int buffer = 0;
    int bits = 0;
    int symbols = 0;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '-') {
        continue;
      }
      buffer = (buffer << 5) | value(c);
      bits += 5;
      symbols++;
      if (bits >= 8) {
        bits -= 8;
        out.write(buffer >> bits);
        buffer &= (1 << bits) - 1;
      }
    }
    int rest = symbols % 8;
    if (rest == 1 || rest == 3 || rest == 6) {
      throw new IllegalArgumentException("a base 32 text cannot have this length");
    }
    if (buffer != 0) {
      throw new IllegalArgumentException("the last character of the base 32 text is not canonical");
    }
    return out.toByteArray();
  }

  private static int value(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    if (c >= '2' && c <= '7') {
      return c - '2' + 26;
    }
    throw new IllegalArgumentException("not a character of base 32");
  }
}
