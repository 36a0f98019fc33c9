package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.password.SaltedSha256;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Password;

/** What the service says of passwords, wherever they are sent. */
public final class PasswordRules {
  private static final int MIN_LENGTH = 8;

  /**
   * In UTF-16 units. Longer ones are out of form, shorter than the minimum is an error of its own.
   */
  public static final int MAX_LENGTH = 70;

  public static final Field<String> PASSWORD = Field.text("password").length(0, MAX_LENGTH);

  private PasswordRules() {}

  public static void requireEnabled(StackAuthProject project) {
    if (!project.settings().credentialEnabled()) {
      throw KnownError.PASSWORD_AUTHENTICATION_NOT_ENABLED.failure();
    }
  }

  public static void requireLength(String password) {
    if (password.length() < MIN_LENGTH) {
      throw KnownError.PASSWORD_TOO_SHORT.failure(Json.object().put("min_length", MIN_LENGTH));
    }
  }

  public static boolean knows(StackAuthUser user, String password) {
    return user.password().filter(stored -> stored.hash().matches(password)).isPresent();
  }

  /** The password in the form in which it is kept. */
  public static Password hashed(StackAuthProject project, String password) {
    return new Password(
        project.context().random().uuid(),
        SaltedSha256.of(password, project.context().random()),
        false);
  }
}
