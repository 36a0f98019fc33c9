package dev.keyway;

/**
 * Completing a sign-in that answered {@link SignInResult.SecondFactorRequired}.
 *
 * @see AuthClient#secondFactor()
 * @see <a href="https://stytch.com/docs/consumer-auth/authentication/mfa/overview">Stytch:
 *     multi-factor authentication</a>
 * @see <a href="https://docs.stack-auth.com/api/overview">Stack Auth's API</a>, {@code
 *     auth/mfa/sign-in}
 */
public interface SecondFactor {

  /**
   * Completes with a code of the authenticator app.
   *
   * <p>Fails with {@link ErrorCode#CODE_INCORRECT}, after which the attempt goes on where the
   * provider keeps it; with {@link ErrorCode#CODE_ALREADY_USED}, {@link
   * ErrorCode#TOO_MANY_ATTEMPTS}, {@link ErrorCode#CHALLENGE_INVALID}, {@link
   * ErrorCode#CHALLENGE_EXPIRED}.
   *
   * <p>Providers: the first factor's session stays sealed until this succeeds. A code that was
   * accepted must not be accepted twice, by the vendor or by you.
   *
   * <p>Needs {@link Capability#SECOND_FACTOR_TOTP}.
   *
   * @param handle of the first factor's answer
   * @param code as typed
   * @param options what else
   * @return one session with both factors
   */
  default SignInResult.SignedIn completeWithTotp(
      ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    throw AuthException.unsupported("secondFactor.completeWithTotp");
  }

  /** {@link #completeWithTotp(ChallengeHandle, OneTimeCode, SignInOptions)} with nothing set. */
  default SignInResult.SignedIn completeWithTotp(ChallengeHandle handle, OneTimeCode code) {
    return completeWithTotp(handle, code, SignInOptions.defaults());
  }

  /**
   * Completes with a recovery code, which is used up; else as {@link
   * #completeWithTotp(ChallengeHandle, OneTimeCode, SignInOptions)}.
   *
   * <p>Providers: as for {@link #completeWithTotp(ChallengeHandle, OneTimeCode, SignInOptions)}.
   *
   * <p>Needs {@link Capability#SECOND_FACTOR_RECOVERY_CODE}.
   *
   * @param handle of the first factor's answer
   * @param code as typed
   * @param options what else
   * @return one session with both factors
   */
  default SignInResult.SignedIn completeWithRecoveryCode(
      ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    throw AuthException.unsupported("secondFactor.completeWithRecoveryCode");
  }

  /**
   * {@link #completeWithRecoveryCode(ChallengeHandle, OneTimeCode, SignInOptions)} with nothing
   * set.
   */
  default SignInResult.SignedIn completeWithRecoveryCode(ChallengeHandle handle, OneTimeCode code) {
    return completeWithRecoveryCode(handle, code, SignInOptions.defaults());
  }

  /**
   * Sends a code to the verified number or address of the person who signs in.
   *
   * <p>Providers: only to an address or number that the vendor holds verified, and not the one that
   * was the first factor. Hand out a new handle that carries the same attempt.
   *
   * <p>Needs {@link Capability#SECOND_FACTOR_OTP}.
   *
   * @param handle of the first factor's answer
   * @param kind {@link SecondFactorKind#SMS_OTP} or {@link SecondFactorKind#EMAIL_OTP}; must be
   *     among the factors asked for
   * @param options what else
   * @return the handle to continue with; it takes the given one's place
   */
  default Challenge sendOtp(
      ChallengeHandle handle, SecondFactorKind kind, DeliveryOptions options) {
    throw AuthException.unsupported("secondFactor.sendOtp");
  }

  /** {@link #sendOtp(ChallengeHandle, SecondFactorKind, DeliveryOptions)} with nothing set. */
  default Challenge sendOtp(ChallengeHandle handle, SecondFactorKind kind) {
    return sendOtp(handle, kind, DeliveryOptions.defaults());
  }

  /**
   * Completes with the code that was sent; fails as {@link Otps#verify} does.
   *
   * <p>Providers: as for {@link #completeWithTotp(ChallengeHandle, OneTimeCode, SignInOptions)}.
   *
   * <p>Needs {@link Capability#SECOND_FACTOR_OTP}.
   *
   * @param handle of {@link #sendOtp}
   * @param code as typed
   * @param options what else
   * @return one session with both factors
   */
  default SignInResult.SignedIn completeWithOtp(
      ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    throw AuthException.unsupported("secondFactor.completeWithOtp");
  }

  /** {@link #completeWithOtp(ChallengeHandle, OneTimeCode, SignInOptions)} with nothing set. */
  default SignInResult.SignedIn completeWithOtp(ChallengeHandle handle, OneTimeCode code) {
    return completeWithOtp(handle, code, SignInOptions.defaults());
  }
}
