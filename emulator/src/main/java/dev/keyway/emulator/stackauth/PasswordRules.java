package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.core.Password;
import dev.keyway.emulator.core.SaltedSha256;
import dev.keyway.emulator.http.Json;

/** What the service says of passwords, wherever they are sent. */
final class PasswordRules {
  private static final int MIN_LENGTH = 8;

  /**
   * In UTF-16 units. Longer ones are out of form, shorter than the minimum is an error of its own.
   */
  static final int MAX_LENGTH = 70;

  private PasswordRules() {}

  static void requireEnabled(StackAuthProject project) {
    if (!project.settings().credentialEnabled()) {
      throw KnownError.PASSWORD_AUTHENTICATION_NOT_ENABLED.failure();
    }
  }

  static void requireLength(String password) {
    if (password.length() < MIN_LENGTH) {
      throw KnownError.PASSWORD_TOO_SHORT.failure(Json.object().put("min_length", MIN_LENGTH));
    }
  }

  static boolean knows(StackUser user, String password) {
    return user.password().filter(stored -> stored.hash().matches(password)).isPresent();
  }

  /** The password in the form in which it is kept. */
  static Password hashed(StackAuthProject project, String password) {
    return new Password(
        project.environment().random().uuid(),
        SaltedSha256.of(password, project.environment().random()),
        false);
  }
}
