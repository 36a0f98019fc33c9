package dev.keyway;

import java.net.URI;

/**
 * Signing in with a mailed link.
 *
 * @see AuthClient#magicLinks()
 */
public interface MagicLinks {

  /**
   * Mails a link. An unknown address gets an account at its first sign-in, unless {@link
   * DeliveryOptions#existingUsersOnly()}.
   *
   * <p>Fails as {@link Otps#sendEmail(EmailAddress, DeliveryOptions)} does.
   *
   * <p>Needs {@link Capability#MAGIC_LINK}.
   *
   * @param email where to
   * @param callback where the link leads; the provider adds parameters
   * @param options what else
   * @return the handle, needed at {@link #authenticate} when the flow is bound to the browser
   */
  Challenge send(EmailAddress email, URI callback, DeliveryOptions options);

  /** {@link #send(EmailAddress, URI, DeliveryOptions)} with nothing set. */
  default Challenge send(EmailAddress email, URI callback) {
    return send(email, callback, DeliveryOptions.defaults());
  }

  /**
   * Signs in with the URI that the link led to.
   *
   * <p>Fails with {@link ErrorCode#LINK_UNKNOWN}, {@link ErrorCode#LINK_EXPIRED}, {@link
   * ErrorCode#LINK_ALREADY_USED} or {@link ErrorCode#LINK_REFUSED}; with {@link
   * ErrorCode#PKCE_MISMATCH} for a bound flow without its handle; with {@link
   * ErrorCode#CALLBACK_INVALID} before anything is sent. Never repeated by the library.
   *
   * <p>Needs {@link Capability#MAGIC_LINK}.
   *
   * @param callback the whole URI that the browser came back to
   * @param options what else
   * @return a session, or the demand for a second factor
   */
  SignInResult authenticate(URI callback, CallbackOptions options);

  /** {@link #authenticate(URI, CallbackOptions)} with nothing set. */
  default SignInResult authenticate(URI callback) {
    return authenticate(callback, CallbackOptions.defaults());
  }
}
