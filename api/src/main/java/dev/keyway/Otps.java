package dev.keyway;

/**
 * Signing in with a code that is sent to an address or number.
 *
 * @see AuthClient#otps()
 */
public interface Otps {

  /**
   * Mails a code. An unknown address gets an account at its first sign-in, unless {@link
   * DeliveryOptions#existingUsersOnly()}.
   *
   * <p>Fails with {@link ErrorCode#SIGN_UP_DISABLED}, {@link ErrorCode#METHOD_DISABLED}, {@link
   * ErrorCode#ACCOUNT_ALREADY_EXISTS} where an account holds the address unverified, {@link
   * ErrorCode#DELIVERY_REFUSED}, {@link ErrorCode#REDIRECT_NOT_ALLOWED}, {@link
   * ErrorCode#RATE_LIMITED}. Never repeated by the library.
   *
   * <p>Needs {@link Capability#OTP_EMAIL}.
   *
   * @param email where to
   * @param options what else
   * @return the handle for {@link #verify}; a resend makes a new one, and whether the older code
   *     still works is the provider's rule
   */
  Challenge sendEmail(EmailAddress email, DeliveryOptions options);

  /** {@link #sendEmail(EmailAddress, DeliveryOptions)} with nothing set. */
  default Challenge sendEmail(EmailAddress email) {
    return sendEmail(email, DeliveryOptions.defaults());
  }

  /**
   * Sends a code as a text message; else as {@link #sendEmail(EmailAddress, DeliveryOptions)}.
   *
   * <p>Needs {@link Capability#OTP_SMS}.
   *
   * @param phoneNumber where to
   * @param options what else
   * @return the handle for {@link #verify}
   */
  Challenge sendSms(PhoneNumber phoneNumber, DeliveryOptions options);

  /** {@link #sendSms(PhoneNumber, DeliveryOptions)} with nothing set. */
  default Challenge sendSms(PhoneNumber phoneNumber) {
    return sendSms(phoneNumber, DeliveryOptions.defaults());
  }

  /**
   * Sends a code by WhatsApp; else as {@link #sendEmail(EmailAddress, DeliveryOptions)}.
   *
   * <p>Needs {@link Capability#OTP_WHATSAPP}.
   *
   * @param phoneNumber where to
   * @param options what else
   * @return the handle for {@link #verify}
   */
  Challenge sendWhatsApp(PhoneNumber phoneNumber, DeliveryOptions options);

  /** {@link #sendWhatsApp(PhoneNumber, DeliveryOptions)} with nothing set. */
  default Challenge sendWhatsApp(PhoneNumber phoneNumber) {
    return sendWhatsApp(phoneNumber, DeliveryOptions.defaults());
  }

  /**
   * Signs in with the code.
   *
   * <p>Fails with {@link ErrorCode#CODE_INCORRECT}, {@link ErrorCode#CODE_EXPIRED}, {@link
   * ErrorCode#CODE_ALREADY_USED} or, where the provider can't tell them apart, {@link
   * ErrorCode#CODE_REFUSED}; with {@link ErrorCode#TOO_MANY_ATTEMPTS}; with {@link
   * ErrorCode#CHALLENGE_INVALID} or {@link ErrorCode#CHALLENGE_EXPIRED} for the handle, before
   * anything is sent. Never repeated by the library.
   *
   * @param handle of the sending
   * @param code as typed
   * @param options what else
   * @return a session, or the demand for a second factor
   */
  SignInResult verify(ChallengeHandle handle, OneTimeCode code, SignInOptions options);

  /** {@link #verify(ChallengeHandle, OneTimeCode, SignInOptions)} with nothing set. */
  default SignInResult verify(ChallengeHandle handle, OneTimeCode code) {
    return verify(handle, code, SignInOptions.defaults());
  }
}
