package dev.keyway;

/**
 * Signing in with a code that is sent to an address or number.
 *
 * @see AuthClient#otps()
 * @see <a href="https://docs.stack-auth.com/api/overview">Stack Auth's API</a>, {@code auth/otp}
 * @see <a href="https://stytch.com/docs/api">Stytch's API</a>, {@code otps}
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
   * <p>Providers: seal the vendor's method id or nonce into the handle, with the time at which the
   * code ends. Send it once: a repetition is a second mail.
   *
   * <p>Needs {@link Capability#OTP_EMAIL}.
   *
   * @param email where to
   * @param options what else
   * @return the handle for {@link #verify}; a resend makes a new one, and whether the older code
   *     still works is the provider's rule
   */
  default Challenge sendEmail(EmailAddress email, DeliveryOptions options) {
    throw AuthException.unsupported("otps.sendEmail");
  }

  /** {@link #sendEmail(EmailAddress, DeliveryOptions)} with nothing set. */
  default Challenge sendEmail(EmailAddress email) {
    return sendEmail(email, DeliveryOptions.defaults());
  }

  /**
   * Sends a code as a text message; else as {@link #sendEmail(EmailAddress, DeliveryOptions)}.
   *
   * <p>Providers: as for {@link #sendEmail(EmailAddress, DeliveryOptions)}.
   *
   * <p>Needs {@link Capability#OTP_SMS}.
   *
   * @param phoneNumber where to
   * @param options what else
   * @return the handle for {@link #verify}
   */
  default Challenge sendSms(PhoneNumber phoneNumber, DeliveryOptions options) {
    throw AuthException.unsupported("otps.sendSms");
  }

  /** {@link #sendSms(PhoneNumber, DeliveryOptions)} with nothing set. */
  default Challenge sendSms(PhoneNumber phoneNumber) {
    return sendSms(phoneNumber, DeliveryOptions.defaults());
  }

  /**
   * Sends a code by WhatsApp; else as {@link #sendEmail(EmailAddress, DeliveryOptions)}.
   *
   * <p>Providers: as for {@link #sendEmail(EmailAddress, DeliveryOptions)}.
   *
   * <p>Needs {@link Capability#OTP_WHATSAPP}.
   *
   * @param phoneNumber where to
   * @param options what else
   * @return the handle for {@link #verify}
   */
  default Challenge sendWhatsApp(PhoneNumber phoneNumber, DeliveryOptions options) {
    throw AuthException.unsupported("otps.sendWhatsApp");
  }

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
   * <p>Providers: send a code once, since an attempt may be counted or use it up. Refuse a handle
   * of another provider, project or kind of flow unsent.
   *
   * @param handle of the sending
   * @param code as typed
   * @param options what else
   * @return a session, or the demand for a second factor
   */
  default SignInResult verify(ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    throw AuthException.unsupported("otps.verify");
  }

  /** {@link #verify(ChallengeHandle, OneTimeCode, SignInOptions)} with nothing set. */
  default SignInResult verify(ChallengeHandle handle, OneTimeCode code) {
    return verify(handle, code, SignInOptions.defaults());
  }
}
