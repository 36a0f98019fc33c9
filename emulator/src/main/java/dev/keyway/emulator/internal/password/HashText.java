package dev.keyway.emulator.internal.password;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Password hashes as one text each, whatever their algorithm: modular crypt format or PHC string
 * format where there is one, and {@code $keyway-…$} for the rest.
 *
 * @see <a href="https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md">PHC string
 *     format</a>
 */
public final class HashText {
  /** As the providers' own imports have it: a check takes seconds beyond. */
  private static final int HIGHEST_BCRYPT_COST = 16;

  /** More than any hash has. */
  static final int MOST_BYTES = 1024;

  private static final String B64 = "([A-Za-z0-9+/]+)";
  private static final String MAYBE_B64 = "([A-Za-z0-9+/]*)";
  private static final Pattern SCRYPT =
      Pattern.compile(
          "\\$scrypt\\$ln=(\\d{1,2}),r=(\\d{1,2}),p=(\\d{1,2})\\$" + MAYBE_B64 + "\\$" + B64);
  private static final Pattern PBKDF2 =
      Pattern.compile("\\$pbkdf2-(sha256|sha512)\\$i=(\\d{1,8})\\$" + MAYBE_B64 + "\\$" + B64);
  private static final Pattern PLAIN =
      Pattern.compile(
          "\\$keyway-(md5|sha1|sha512)\\$" + MAYBE_B64 + "\\$" + MAYBE_B64 + "\\$([0-9a-f]+)");
  private static final Pattern SALTED = Pattern.compile("\\$keyway-sha256\\$" + B64 + "\\$" + B64);

  private HashText() {}

  /** Reads what {@link PasswordHash#text} wrote, and the same formats from elsewhere. */
  public static PasswordHash parse(String text) throws PasswordHash.Malformed {
    if (text.startsWith("$2")) {
      return Bcrypt.parse(text, HIGHEST_BCRYPT_COST);
    }
    if (text.startsWith("$argon2")) {
      return Argon2.parse(text);
    }
    if (text.startsWith("$P$") || text.startsWith("$H$")) {
      return Phpass.parse(text);
    }
    try {
      return other(text);
    } catch (IllegalArgumentException e) {
      throw new PasswordHash.Malformed("salt or hash is not base 64");
    }
  }

  private static PasswordHash other(String text) throws PasswordHash.Malformed {
    Matcher scrypt = SCRYPT.matcher(text);
    if (scrypt.matches()) {
      return Scrypt.of(
          decode(scrypt.group(4)),
          1 << Math.min(30, Integer.parseInt(scrypt.group(1))),
          Integer.parseInt(scrypt.group(2)),
          Integer.parseInt(scrypt.group(3)),
          decode(scrypt.group(5)));
    }
    Matcher pbkdf2 = PBKDF2.matcher(text);
    if (pbkdf2.matches()) {
      Pbkdf2.Function function =
          pbkdf2.group(1).equals("sha256") ? Pbkdf2.Function.SHA256 : Pbkdf2.Function.SHA512;
      int iterations = Integer.parseInt(pbkdf2.group(2));
      return Pbkdf2.of(function, decode(pbkdf2.group(3)), iterations, decode(pbkdf2.group(4)));
    }
    Matcher plain = PLAIN.matcher(text);
    if (plain.matches()) {
      PlainDigest.Function function =
          switch (plain.group(1)) {
            case "md5" -> PlainDigest.Function.MD5;
            case "sha1" -> PlainDigest.Function.SHA1;
            default -> PlainDigest.Function.SHA512;
          };
      return PlainDigest.parse(
          function, plain.group(4), text(decode(plain.group(2))), text(decode(plain.group(3))));
    }
    Matcher salted = SALTED.matcher(text);
    if (salted.matches()) {
      return SaltedSha256.restored(decode(salted.group(1)), decode(salted.group(2)));
    }
    throw new PasswordHash.Malformed("not a known form of hash");
  }

  static String encode(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] decode(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
