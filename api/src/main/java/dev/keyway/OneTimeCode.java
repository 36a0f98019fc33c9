package dev.keyway;

import dev.keyway.internal.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * A code that a person types: from a mail, a text message, an authenticator app or a list of
 * recovery codes.
 *
 * <p>Held as typed but for surrounding blanks. {@link #compact()} is what is left when all that
 * people do to codes is undone: providers read codes by it, and take upper and lower case as one
 * where the provider's own codes leave no doubt.
 */
public final class OneTimeCode extends SensitiveValue {

  private static final int MAX_LENGTH = 64;

  private OneTimeCode(@Nullable String value) {
    super(value == null ? null : TypedText.strip(value), "code");
    if (reveal().length() > MAX_LENGTH) {
      throw Arguments.invalid("code", "is longer than " + MAX_LENGTH + " characters");
    }
  }

  /**
   * Wraps a code.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is null, blank or longer than
   *     64 characters
   */
  public static OneTimeCode of(String value) {
    return new OneTimeCode(value);
  }

  /**
   * The code's letters and digits: blanks, dashes and invisible characters are dropped, the decimal
   * digits of other scripts and full-width letters are written in ASCII. A code without any letter
   * or digit stays as it is.
   */
  public OneTimeCode compact() {
    String plain = TypedText.lettersAndDigits(reveal());
    return plain.isEmpty() ? this : new OneTimeCode(plain);
  }
}
