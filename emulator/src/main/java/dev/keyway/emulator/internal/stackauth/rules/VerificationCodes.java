package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.Urls;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * The code machine behind OTP, magic links, MFA, passkeys, password reset, address verification and
 * invitations: 45 characters, of which a mail's reader may type the first six.
 */
public final class VerificationCodes {
  /** What a code is refused with. */
  public static final Set<KnownError> ERRORS =
      Set.of(
          KnownError.VERIFICATION_CODE_NOT_FOUND,
          KnownError.VERIFICATION_CODE_EXPIRED,
          KnownError.VERIFICATION_CODE_ALREADY_USED,
          KnownError.VERIFICATION_CODE_MAX_ATTEMPTS_REACHED);

  /** Exactly as long as every code. */
  public static final Field<String> CODE = Field.text("code").length(45, 45);

  public static final Duration MAIL_LIFE = Duration.ofDays(7);
  static final Duration MFA_LIFE = Duration.ofMinutes(5);
  public static final Duration PASSKEY_LIFE = Duration.ofSeconds(65);

  private static final int OTP_LENGTH = 6;
  private static final int MAX_ATTEMPTS = 20;

  private VerificationCodes() {}

  /** Makes a code. Older codes stay valid. */
  public static <F> OneTimeCode<F> issue(
      StackAuthProject project, CodeKind<F> kind, Duration life, F facts) {
    return project.codes().issue(kind, project.context().random().crockford45(), life, facts);
  }

  /**
   * Checks a code without using it up. Counts as an attempt, whatever comes of it.
   *
   * @throws StackAuthFailure unknown, expired, used, tried too often: in this order
   */
  public static <F> OneTimeCode<F> check(StackAuthProject project, CodeKind<F> kind, String code) {
    String value = code.toLowerCase(Locale.ROOT);
    // Counted per tail: what is limited is guessing the six characters before a known nonce.
    String tail = value.length() > OTP_LENGTH ? value.substring(OTP_LENGTH) : value;
    int attemptsBefore = project.codes().countGuess(tail);
    OneTimeCode<F> found =
        project
            .codes()
            .find(kind, value)
            .orElseThrow(
                () ->
                    KnownError.VERIFICATION_CODE_NOT_FOUND
                        .failure()
                        .because(
                            "No such code was given out in this project for this purpose: wrong"
                                + " characters, another nonce, or a code of another kind."));
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
  public static <F> OneTimeCode<F> use(StackAuthProject project, CodeKind<F> kind, String code) {
    OneTimeCode<F> found = check(project, kind, code);
    spend(found);
    return found;
  }

  /** The response of the routes that only ask whether a code is good: never false, but an error. */
  public static Response checkAnswer(StackAuthProject project, CodeKind<?> kind, String code) {
    check(project, kind, code);
    return StackAuthResponses.ok(Json.object().put("is_code_valid", true));
  }

  /** Uses up a code that was checked. */
  public static void spend(OneTimeCode<?> code) {
    if (!code.spend()) {
      throw KnownError.VERIFICATION_CODE_ALREADY_USED.failure();
    }
  }

  /** What a mail shows to be typed: the code's first characters in upper case. */
  static String otp(OneTimeCode<?> code) {
    return code.value().substring(0, OTP_LENGTH).toUpperCase(Locale.ROOT);
  }

  /** What the asking program keeps and puts behind the typed characters. */
  public static String nonce(OneTimeCode<?> code) {
    return code.value().substring(OTP_LENGTH);
  }

  /** The link in a mail: the callback URL with its parameter {@code code} set. */
  public static URI link(String callbackUrl, OneTimeCode<?> code) {
    return Urls.withParameter(callbackUrl, "code", code.value());
  }
}
