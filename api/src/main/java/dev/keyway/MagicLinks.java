package dev.keyway;

import java.net.URI;

/**
 * Signing in with a mailed link.
 *
 * @see AuthClient#magicLinks()
 * @see <a href="https://docs.stack-auth.com/api/overview">Stack Auth's API</a>, {@code auth/otp}:
 *     one mail holds code and link
 * @see <a href="https://stytch.com/docs/api/log-in-or-create-user-by-email">Stytch: e-mail magic
 *     links</a>
 */
public interface MagicLinks {

  /**
   * Mails a link. An unknown address gets an account at its first sign-in, unless {@link
   * DeliveryOptions#existingUsersOnly()}.
   *
   * <p>Fails as {@link Otps#sendEmail(EmailAddress, DeliveryOptions)} does.
   *
   * <p>Providers: put what ties the flow to the browser into the handle, never into the link.
   *
   * <p>Needs {@link Capability#MAGIC_LINK}.
   *
   * @param email where to
   * @param callback where the link leads; the provider adds parameters
   * @param options what else
   * @return the handle, needed at {@link #authenticate} when the flow is bound to the browser
   */
  default Challenge send(EmailAddress email, URI callback, DeliveryOptions options) {
    throw AuthException.unsupported("magicLinks.send");
  }

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
   * <p>Providers: read the parameters yourself; refuse a callback that holds none, two of one, or
   * those of another kind of link. Send a token once.
   *
   * <p>Needs {@link Capability#MAGIC_LINK}.
   *
   * @param callback the whole URI that the browser came back to
   * @param options what else
   * @return a session, or the demand for a second factor
   */
  default SignInResult authenticate(URI callback, CallbackOptions options) {
    throw AuthException.unsupported("magicLinks.authenticate");
  }

  /** {@link #authenticate(URI, CallbackOptions)} with nothing set. */
  default SignInResult authenticate(URI callback) {
    return authenticate(callback, CallbackOptions.defaults());
  }
}
