package dev.keyway.emulator.stytch;

import dev.keyway.emulator.core.Password;
import dev.keyway.emulator.core.PasswordHash;
import dev.keyway.emulator.core.SaltedSha256;

/** The passwords of users: set, checked, taken away. */
final class Passwords {
  private Passwords() {}

  /** Sets a password that was judged strong enough; the one before it is gone. */
  static void set(StytchProject project, StytchUser user, String password) {
    set(project, user, SaltedSha256.of(password, project.environment().random()));
  }

  /** Sets a password that is known by its hash only. */
  static void set(StytchProject project, StytchUser user, PasswordHash hash) {
    // A reset keeps the id (inferred): it names the user's password, not its text.
    String id =
        user.password()
            .map(Password::id)
            .orElseGet(() -> "password-test-" + project.environment().random().uuid());
    project.handles().claim(Handles.Kind.PASSWORD, id, user);
    user.password(new Password(id, hash, false));
  }

  static void remove(StytchProject project, StytchUser user) {
    user.password()
        .ifPresent(password -> project.handles().release(Handles.Kind.PASSWORD, password.id()));
    user.password(null);
  }

  /**
   * Checks an attempt; a wrong one counts towards the lock.
   *
   * @throws StytchFailure {@code no_user_password} or {@code unauthorized_credentials}
   */
  static Password check(StytchProject project, StytchUser user, String attempt) {
    Password password = user.password().orElseThrow(StytchError.NO_USER_PASSWORD::failure);
    if (!password.hash().matches(attempt)) {
      throw UserLocks.failed(project, user, StytchError.UNAUTHORIZED_CREDENTIALS);
    }
    return password;
  }
}
