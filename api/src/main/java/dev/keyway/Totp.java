package dev.keyway;

import java.util.List;

/**
 * Enrolling an authenticator app (RFC 6238) as a second factor.
 *
 * @see AuthClient#totp()
 */
public interface Totp {

  /**
   * Makes a key for the user's authenticator app. Nothing is asked of sign-ins until {@link
   * #finishEnrolment}.
   *
   * <p>Fails with {@link ErrorCode#FACTOR_ALREADY_ENROLLED}.
   *
   * <p>Needs {@link Capability#TOTP}.
   *
   * @param session the signed-in user's tokens
   * @param options what else
   * @return what to show to the user, once
   */
  TotpEnrolment startEnrolment(SessionTokens session, TotpOptions options);

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
   * <p>Needs {@link Capability#TOTP}.
   *
   * @param session the signed-in user's tokens
   * @param handle of {@link #startEnrolment}
   * @param code the app's current code
   * @param options what else
   * @return the tokens to use from now on
   */
  SessionTokens finishEnrolment(
      SessionTokens session, ChallengeHandle handle, OneTimeCode code, CallOptions options);

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
   * <p>Needs {@link Capability#TOTP_RECOVERY_CODES}.
   *
   * @param user whose
   * @param options what else
   * @return the unused codes
   */
  List<OneTimeCode> recoveryCodes(UserId user, CallOptions options);

  /** {@link #recoveryCodes(UserId, CallOptions)} with nothing set. */
  default List<OneTimeCode> recoveryCodes(UserId user) {
    return recoveryCodes(user, CallOptions.defaults());
  }

  /**
   * Takes the authenticator app off a user. The application decides who may ask for that. Fails
   * with {@link ErrorCode#FACTOR_NOT_ENROLLED}.
   *
   * <p>Needs {@link Capability#TOTP}.
   *
   * @param user whose
   * @param options what else
   */
  void disable(UserId user, CallOptions options);

  /** {@link #disable(UserId, CallOptions)} with nothing set. */
  default void disable(UserId user) {
    disable(user, CallOptions.defaults());
  }
}
