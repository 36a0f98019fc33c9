package dev.keyway;

import org.jspecify.annotations.Nullable;

/**
 * A code that a person types: from a mail, a text message, an authenticator app or a list of
 * recovery codes.
 *
 * <p>Held as typed but for surrounding blanks. Providers accept what people do to codes, such as
 * lower case and blanks or hyphens between groups, where the provider's own codes leave no doubt.
 */
public final class OneTimeCode extends SensitiveValue {

  private static final int MAX_LENGTH = 64;

  private OneTimeCode(@Nullable String value) {
    super(value == null ? null : value.strip(), "code");
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
}
