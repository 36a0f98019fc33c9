package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.address.CanonicalEmail;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import java.util.Optional;

/** The vendor's rules for addresses. */
public final class Emails {
  private Emails() {}

  /** The form in which addresses are kept and returned: dots and tags stay. */
  public static String normalized(String email) {
    return CanonicalEmail.of(email);
  }

  /** The user who signs in with that address. */
  public static Optional<StackAuthUser> owner(StackAuthProject project, String email) {
    return project.users().byIdentity(Address.Kind.EMAIL, email);
  }

  /** A new channel of that address, used for auth. */
  public static Address forAuth(StackAuthProject project, String email, boolean verified) {
    return channel(project, email, verified, true);
  }

  /** A new channel of that address. */
  public static Address channel(
      StackAuthProject project, String email, boolean verified, boolean usedForAuth) {
    return new Address(
        project.context().random().uuid(),
        Address.Kind.EMAIL,
        normalized(email),
        verified,
        usedForAuth,
        project.now());
  }
}
