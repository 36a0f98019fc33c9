package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.password.PasswordHash;
import dev.keyway.emulator.internal.password.SaltedSha256;
import dev.keyway.emulator.internal.state.Password;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.stytch.state.UserIndex;

/** The passwords of users: set, checked, taken away. */
public final class Passwords {
  private Passwords() {}

  /** Sets a password that was judged strong enough; the one before it is gone. */
  public static void set(StytchProject project, StytchUser user, String password) {
    set(project, user, SaltedSha256.of(password, project.context().random()));
  }

  /** Sets a password that is known by its hash only. */
  public static void set(StytchProject project, StytchUser user, PasswordHash hash) {
    // A reset keeps the id (inferred): it names the user's password, not its text.
    String id =
        user.password()
            .map(Password::id)
            .orElseGet(() -> "password-test-" + project.context().random().uuid());
    project.handles().claim(UserIndex.Kind.PASSWORD, id, user);
    user.password(new Password(id, hash, false));
  }

  public static void remove(StytchProject project, StytchUser user) {
    user.password()
        .ifPresent(password -> project.handles().release(UserIndex.Kind.PASSWORD, password.id()));
    user.password(null);
  }

  /**
   * Checks an attempt; a wrong one counts towards the lock.
   *
   * @throws StytchFailure {@code no_user_password} or {@code unauthorized_credentials}
   */
  public static Password check(StytchProject project, StytchUser user, String attempt) {
    Password password =
        user.password().orElseThrow(() -> StytchError.NO_USER_PASSWORD.failure().about(user));
    if (!password.hash().matches(attempt)) {
      throw UserLocks.failed(project, user, StytchError.UNAUTHORIZED_CREDENTIALS)
          .because("The password is wrong; the project's credentials are right.")
          .meaning("INVALID_CREDENTIALS");
    }
    return password;
  }
}
