package dev.keyway.providers.stackauth;

import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import java.util.regex.Pattern;

/** The stricter form that addresses must have where mail is sent or an account is made. */
final class StrictEmail {

  /** No empty parts in the local part; a dot in the domain and a last label of two or more. */
  private static final Pattern FORM = Pattern.compile("[^.]+(\\.[^.]+)*@.*\\.[^.][^.]+");

  private StrictEmail() {}

  static String of(EmailAddress email) {
    if (!FORM.matcher(email.value()).matches()) {
      throw AuthException.of(
          ErrorCode.INVALID_ARGUMENT, "email is not of a form that stack-auth accepts");
    }
    return email.value();
  }
}
