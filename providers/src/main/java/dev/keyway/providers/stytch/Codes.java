package dev.keyway.providers.stytch;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.Secret;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people make of codes, and the form that Stytch takes. */
final class Codes {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");
  private static final Pattern RECOVERY = Pattern.compile("[a-z0-9]{12}");

  private Codes() {}

  /** Six digits, with anything that people put between. */
  static Secret sixDigits(OneTimeCode code) {
    return of(code.compact().reveal(), DIGITS);
  }

  /** Three groups of four letters and digits. */
  static Secret recovery(OneTimeCode code) {
    String text = of(code.compact().reveal().toLowerCase(Locale.ROOT), RECOVERY).reveal();
    return Secret.of(text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8));
  }

  private static Secret of(String text, Pattern form) {
    if (!form.matcher(text).matches()) {
      throw AuthException.of(ErrorCode.CODE_INCORRECT, "The code is not one of Stytch's");
    }
    return Secret.of(text);
  }
}
