package dev.keyway.emulator.stytch;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Whether passwords are strong enough. */
@Singleton
final class PasswordPolicies {
  private static final int LEAST_SCORE = 3;

  /** zxcvbn's work grows faster than the password; what is longer than this is strong anyhow. */
  private static final int MEASURED_LENGTH = 128;

  private final Zxcvbn zxcvbn = new Zxcvbn();

  @Inject
  PasswordPolicies() {}

  /** Refuses a weak or breached password. */
  void require(StytchProject project, String password) {
    if (!strongEnough(project.settings().passwordPolicy(), password)) {
      throw StytchError.WEAK_PASSWORD.failure();
    }
    if (project.settings().breachedPasswords().contains(password)) {
      throw StytchError.BREACHED_PASSWORD.failure();
    }
  }

  /** zxcvbn's score, 0 to 4. */
  int score(String password) {
    String measured =
        password.length() <= MEASURED_LENGTH ? password : password.substring(0, MEASURED_LENGTH);
    return zxcvbn.measure(measured, List.of()).getScore();
  }

  private boolean strongEnough(StytchSettings.PasswordPolicy policy, String password) {
    if (policy instanceof StytchSettings.Luds luds) {
      return password.codePointCount(0, password.length()) >= luds.minLength()
          && Luds.classes(password) >= luds.minComplexity();
    }
    return score(password) >= LEAST_SCORE;
  }
}
