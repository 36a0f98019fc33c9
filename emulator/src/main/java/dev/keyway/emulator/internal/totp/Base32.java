package dev.keyway.emulator.internal.totp;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Base 32 without padding, as authenticator apps exchange keys.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648 section 6</a>
 */
public final class Base32 {
  private static final Pattern PADDING = Pattern.compile("=+\\z");
  private static final Pattern SYMBOLS = Pattern.compile("[A-Za-z2-7]*");

  private Base32() {}

  /** Upper case, no padding. */
  public static String encode(byte[] bytes) {
    String padded = org.bouncycastle.util.encoders.Base32.toBase32String(bytes);
    return PADDING.matcher(padded).replaceFirst("");
  }

  /**
   * Decodes either case, padded or not; blanks and hyphens, with which apps group a key for typing,
   * are skipped.
   *
   * @throws IllegalArgumentException for any other character, a length that no encoding has, or
   *     left-over bits that are not zero
   */
  public static byte[] decode(String text) {
    String typed = PADDING.matcher(text).replaceFirst("").replace(" ", "").replace("-", "");
    if (!SYMBOLS.matcher(typed).matches()) {
      throw new IllegalArgumentException("not a character of base 32");
    }
    int rest = typed.length() % 8;
    if (rest == 1 || rest == 3 || rest == 6) {
      throw new IllegalArgumentException("a base 32 text cannot have this length");
    }
    String symbols = typed.toUpperCase(Locale.ROOT);
    byte[] bytes =
        org.bouncycastle.util.encoders.Base32.decode(symbols + "=".repeat((8 - rest) % 8));
    if (!encode(bytes).equals(symbols)) {
      throw new IllegalArgumentException("the last character of the base 32 text is not canonical");
    }
    return bytes;
  }
}
