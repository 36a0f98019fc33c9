package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.core.OneTimeCode;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * The code machine behind OTP, magic links, MFA, passkeys, password reset, address verification and
 * invitations: 45 characters, of which a mail's reader may type the first six.
 */
final class VerificationCodes {
  /** Exactly as long as every code. */
  static final StringRule FORM = Rules.string().length(45);

  static final Duration MAIL_LIFE = Duration.ofDays(7);
  static final Duration MFA_LIFE = Duration.ofMinutes(5);
  static final Duration PASSKEY_LIFE = Duration.ofSeconds(65);

  private static final int OTP_LENGTH = 6;
  private static final int MAX_ATTEMPTS = 20;

  private VerificationCodes() {}

  /**
   * What a code is for. Sign-in mails and interrupted sign-ins share one type, as in the service.
   */
  enum Type {
    SIGN_IN,
    PASSWORD_RESET,
    CONTACT_CHANNEL_VERIFICATION,
    TEAM_INVITATION,
    PASSKEY_REGISTRATION,
    PASSKEY_AUTHENTICATION
  }

  /** Makes a code. Older codes stay valid. */
  static OneTimeCode issue(
      StackAuthProject project, Type type, Duration life, Map<String, String> facts) {
    return project
        .codes()
        .issue(type.name(), project.environment().random().crockford45(), life, facts);
  }

  /**
   * Checks a code without using it up. Counts as an attempt, whatever comes of it.
   *
   * @throws StackFailure unknown, expired, used, tried too often: in this order
   */
  static OneTimeCode check(StackAuthProject project, Type type, String code) {
    String value = code.toLowerCase(Locale.ROOT);
    // Counted per tail: what is limited is guessing the six characters before a known nonce.
    String tail = value.length() > OTP_LENGTH ? value.substring(OTP_LENGTH) : value;
    int attemptsBefore = project.codes().countGuess(tail);
    OneTimeCode found =
        project
            .codes()
            .find(type.name(), value)
            .orElseThrow(KnownError.VERIFICATION_CODE_NOT_FOUND::failure);
    if (found.expiredAt(project.now())) {
      throw KnownError.VERIFICATION_CODE_EXPIRED.failure();
    }
    if (found.spent()) {
      throw KnownError.VERIFICATION_CODE_ALREADY_USED.failure();
    }
    if (attemptsBefore >= MAX_ATTEMPTS) {
      throw KnownError.VERIFICATION_CODE_MAX_ATTEMPTS_REACHED.failure();
    }
    return found;
  }

  /**
   * Uses a code up, before what it allows is done: should that fail, the code is gone all the same.
   */
  static OneTimeCode use(StackAuthProject project, Type type, String code) {
    OneTimeCode found = check(project, type, code);
    spend(found);
    return found;
  }

  /** The answer of the routes that only ask whether a code is good: never false, but an error. */
  static Answer checkAnswer(StackAuthProject project, Type type, String code) {
    check(project, type, code);
    return StackAnswers.ok(Json.object().put("is_code_valid", true));
  }

  /** Uses up a code that was checked. */
  static void spend(OneTimeCode code) {
    if (!code.spend()) {
      throw KnownError.VERIFICATION_CODE_ALREADY_USED.failure();
    }
  }

  /** What a mail shows to be typed: the code's first characters in upper case. */
  static String otp(OneTimeCode code) {
    return code.value().substring(0, OTP_LENGTH).toUpperCase(Locale.ROOT);
  }

  /** What the asking program keeps and puts behind the typed characters. */
  static String nonce(OneTimeCode code) {
    return code.value().substring(OTP_LENGTH);
  }

  /** The link in a mail: the callback URL with its parameter {@code code} set. */
  static URI link(String callbackUrl, OneTimeCode code) {
    return Urls.withParameter(callbackUrl, "code", code.value());
  }
}
