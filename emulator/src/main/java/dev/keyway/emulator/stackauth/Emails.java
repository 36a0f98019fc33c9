package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.core.Address;
import java.util.Locale;
import java.util.Optional;

/** The vendor's rules for addresses. */
final class Emails {
  private Emails() {}

  /** The form in which addresses are kept and returned: dots and tags stay. */
  static String normalized(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /** The user who signs in with that address. */
  static Optional<StackUser> owner(StackAuthProject project, String email) {
    return project.people().byIdentity(Address.Kind.EMAIL, email);
  }

  /** A new channel of that address, used for auth. */
  static Address forAuth(StackAuthProject project, String email, boolean verified) {
    return channel(project, email, verified, true);
  }

  /** A new channel of that address. */
  static Address channel(
      StackAuthProject project, String email, boolean verified, boolean usedForAuth) {
    return new Address(
        project.environment().random().uuid(),
        Address.Kind.EMAIL,
        normalized(email),
        verified,
        usedForAuth,
        project.now());
  }
}
