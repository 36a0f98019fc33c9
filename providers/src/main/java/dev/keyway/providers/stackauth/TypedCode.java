package dev.keyway.providers.stackauth;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The codes that people type.
 *
 * @see <a href="https://www.crockford.com/base32.html">Crockford's base 32</a>, made for being read
 *     and typed by people: {@code O} is read as zero, {@code I} and {@code L} as one
 */
final class TypedCode {

  private static final Pattern MAILED = Pattern.compile("[0-9a-hjkmnp-tv-z]{6}");
  private static final Pattern TOTP = Pattern.compile("[0-9]{6}");

  private TypedCode() {}

  /** The first six characters of a verification code, in the server's spelling. */
  static String mailed(OneTimeCode code) {
    String typed =
        code.compact()
            .reveal()
            .toLowerCase(Locale.ROOT)
            .replace('o', '0')
            .replace('i', '1')
            .replace('l', '1');
    return require(MAILED, typed);
  }

  /** Six digits of an authenticator app. */
  static String totp(OneTimeCode code) {
    return require(TOTP, code.compact().reveal());
  }

  /** What can't be right need not be sent. */
  private static String require(Pattern form, String code) {
    if (!form.matcher(code).matches()) {
      throw AuthException.of(ErrorCode.CODE_INCORRECT, "The code is not of the form of any code");
    }
    return code;
  }
}
