package dev.keyway;

import java.util.List;

/**
 * Enrolling an authenticator app (RFC 6238) as a second factor.
 *
 * @see AuthClient#totp()
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>: time-based one-time passwords
 * @see <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">The format of
 *     {@code otpauth} URIs</a>
 * @see <a href="https://stytch.com/docs/api">Stytch's API</a>, {@code totps}
 */
public interface Totp {

  /**
   * Makes a key for the user's authenticator app. Nothing is asked of sign-ins until {@link
   * #finishEnrolment}.
   *
   * <p>Fails with {@link ErrorCode#FACTOR_ALREADY_ENROLLED}.
   *
   * <p>Providers: the key is 160 bits from {@code ProviderContext.random()} or the vendor's;
   * nothing counts until the first code was right.
   *
   * <p>Needs {@link Capability#TOTP}.
   *
   * @param session the signed-in user's tokens
   * @param options what else
   * @return what to show to the user, once
   */
  default TotpEnrolment startEnrolment(SessionTokens session, TotpOptions options) {
    throw AuthException.unsupported("totp.startEnrolment");
  }

  /** {@link #startEnrolment(SessionTokens, TotpOptions)} with nothing set. */
  default TotpEnrolment startEnrolment(SessionTokens session) {
    return startEnrolment(session, TotpOptions.defaults());
  }

  /**
   * Confirms the enrolment with a first code of the app. From now on sign-ins ask for one.
   *
   * <p>Fails with {@link ErrorCode#CODE_INCORRECT}, after which it may be tried again; with {@link
   * ErrorCode#CHALLENGE_INVALID} or {@link ErrorCode#CHALLENGE_EXPIRED}.
   *
   * <p>Providers: check the code before the vendor asks for it at sign-ins. A wrong code leaves the
   * handle usable.
   *
   * <p>Needs {@link Capability#TOTP}.
   *
   * @param session the signed-in user's tokens
   * @param handle of {@link #startEnrolment}
   * @param code the app's current code
   * @param options what else
   * @return the tokens to use from now on
   */
  default SessionTokens finishEnrolment(
      SessionTokens session, ChallengeHandle handle, OneTimeCode code, CallOptions options) {
    throw AuthException.unsupported("totp.finishEnrolment");
  }

  /**
   * {@link #finishEnrolment(SessionTokens, ChallengeHandle, OneTimeCode, CallOptions)} with nothing
   * set.
   */
  default SessionTokens finishEnrolment(
      SessionTokens session, ChallengeHandle handle, OneTimeCode code) {
    return finishEnrolment(session, handle, code, CallOptions.defaults());
  }

  /**
   * The recovery codes that are left. Fails with {@link ErrorCode#FACTOR_NOT_ENROLLED}.
   *
   * <p>Providers: hand out codes that are left; make no new ones.
   *
   * <p>Needs {@link Capability#TOTP_RECOVERY_CODES}.
   *
   * @param user whose
   * @param options what else
   * @return the unused codes
   */
  default List<OneTimeCode> recoveryCodes(UserId user, CallOptions options) {
    throw AuthException.unsupported("totp.recoveryCodes");
  }

  /** {@link #recoveryCodes(UserId, CallOptions)} with nothing set. */
  default List<OneTimeCode> recoveryCodes(UserId user) {
    return recoveryCodes(user, CallOptions.defaults());
  }

  /**
   * Takes the authenticator app off a user. The application decides who may ask for that. Fails
   * with {@link ErrorCode#FACTOR_NOT_ENROLLED}.
   *
   * <p>Providers: take off the confirmed app, and one that waits for its first code.
   *
   * <p>Needs {@link Capability#TOTP}.
   *
   * @param user whose
   * @param options what else
   */
  default void disable(UserId user, CallOptions options) {
    throw AuthException.unsupported("totp.disable");
  }

  /** {@link #disable(UserId, CallOptions)} with nothing set. */
  default void disable(UserId user) {
    disable(user, CallOptions.defaults());
  }
}
