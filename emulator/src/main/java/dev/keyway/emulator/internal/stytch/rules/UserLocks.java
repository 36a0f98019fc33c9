package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.time.Instant;

/** Locks users after too many failed attempts in a row, whatever they tried. */
public final class UserLocks {
  private UserLocks() {}

  /**
   * Refuses a locked user.
   *
   * @throws StytchFailure {@code user_lock_limit_reached}
   */
  public static void requireUnlocked(StytchProject project, StytchUser user) {
    if (user.lockedAt(project.now())) {
      throw StytchError.USER_LOCK_LIMIT_REACHED.failure().about(user);
    }
    if (user.lockedUntil != null) {
      succeeded(user);
    }
  }

  /** Counts a failed attempt; gives back the failure to throw. */
  public static StytchFailure failed(StytchProject project, StytchUser user, StytchError error) {
    user.set(StytchUserRows.FAILED_ATTEMPTS, user.get(StytchUserRows.FAILED_ATTEMPTS) + 1);
    if (user.get(StytchUserRows.FAILED_ATTEMPTS) >= project.settings().lockThreshold()) {
      lock(project, user);
    }
    return error.failure().about(user);
  }

  /** Locks a user from now on, for as long as the project's settings say. */
  public static void lock(StytchProject project, StytchUser user) {
    Instant now = project.now();
    user.lockedAt = now;
    user.lockedUntil = now.plus(project.settings().lockDuration());
  }

  /** Forgets failed attempts. */
  public static void succeeded(StytchUser user) {
    user.set(StytchUserRows.FAILED_ATTEMPTS, 0);
    user.lockedAt = null;
    user.lockedUntil = null;
  }
}
