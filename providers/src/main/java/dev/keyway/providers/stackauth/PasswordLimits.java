package dev.keyway.providers.stackauth;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.PasswordCheck;
import dev.keyway.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The one policy that every project has: 8 to 70 UTF-16 units. A password of 72 or more bytes of
 * UTF-8 is within it and fails on the server all the same, as bcrypt reads no more; so it is
 * refused here.
 */
final class PasswordLimits {

  private static final int MIN_UNITS = 8;
  private static final int MAX_UNITS = 70;
  private static final int BCRYPT_BYTES = 72;

  private PasswordLimits() {}

  static PasswordCheck check(Secret password) {
    Optional<String> advice = advice(password);
    return new PasswordCheck(
        advice.isEmpty(), false, OptionalInt.empty(), advice.map(List::of).orElse(List.of()));
  }

  /** Before anything is sent: a reset link is used up by a password that is refused. */
  static void requireAcceptable(Secret password) {
    advice(password)
        .ifPresent(
            advice -> {
              throw AuthException.of(
                  ErrorCode.PASSWORD_TOO_WEAK, "The password does not meet the policy: " + advice);
            });
  }

  /** Whether anybody's password can be this one. */
  static boolean isPossible(Secret password) {
    String text = password.reveal();
    return text.length() <= MAX_UNITS
        && text.getBytes(StandardCharsets.UTF_8).length < BCRYPT_BYTES;
  }

  private static Optional<String> advice(Secret password) {
    if (password.reveal().length() < MIN_UNITS) {
      return Optional.of("Use at least " + MIN_UNITS + " characters.");
    }
    if (!isPossible(password)) {
      return Optional.of(
          "Use at most " + MAX_UNITS + " characters, fewer if they are not plain letters.");
    }
    return Optional.empty();
  }
}
