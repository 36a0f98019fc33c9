package dev.keyway.emulator.stytch;

import dev.keyway.emulator.core.Address;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses of requests. */
final class Emails {
  private static final Pattern FORM =
      Pattern.compile(
          "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+"
              + "[a-zA-Z]{2,63}");

  private static final int MAX_LENGTH = 254;

  private Emails() {}

  /** A required address in proper form. */
  static String read(StytchCall call, String field) {
    String email = call.text(field);
    if (email.length() > MAX_LENGTH || !FORM.matcher(email).matches()) {
      throw StytchError.INVALID_EMAIL.failure();
    }
    return email;
  }

  static Optional<StytchUser> owner(StytchProject project, String email) {
    return project.people().byIdentity(Address.Kind.EMAIL, email);
  }

  /** A new address that nobody has proved. */
  static Address unverified(StytchProject project, String email) {
    return new Address(
        project.newId("email"), Address.Kind.EMAIL, email, false, true, project.now());
  }
}
