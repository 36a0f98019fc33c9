package dev.keyway.emulator.stytch;

import java.time.Instant;

/** Locks a user after too many failed attempts in a row. */
final class UserLocks {
  private UserLocks() {}

  static boolean locked(StytchUser user, Instant now) {
    return user.lockExpiresAt != null && now.isBefore(user.lockExpiresAt);
  }

  /** Refuses a locked user before their evidence is looked at. */
  static void requireUnlocked(StytchProject project, StytchUser user) {
    if (locked(user, project.now())) {
      throw StytchError.USER_LOCK_LIMIT_REACHED.failure();
    }
  }

  /** Counts a failed attempt. */
  static void failed(StytchProject project, StytchUser user) {
    user.failedAttempts++;
    if (user.failedAttempts >= project.settings().lockThreshold()) {
      user.failedAttempts = 0;
      user.lockedAt = project.now();
      user.lockExpiresAt = project.now().plus(project.settings().lockDuration());
    }
  }

  /** Starts counting anew. */
  static void succeeded(StytchUser user) {
    user.failedAttempts = 0;
    user.lockedAt = null;
    user.lockExpiresAt = null;
  }
}
