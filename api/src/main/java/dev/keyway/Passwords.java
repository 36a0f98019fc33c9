package dev.keyway;

import java.net.URI;

/**
 * Signing up and in with an e-mail address and a password.
 *
 * <p>A password is never stored or hashed here: it goes to the provider over TLS, which says how
 * strong it has to be (NIST SP 800-63B, section 3.1.1, is what the providers follow).
 *
 * @see AuthClient#passwords()
 * @see <a href="https://docs.stack-auth.com/api/overview">Stack Auth's API</a>, {@code
 *     auth/password}
 * @see <a href="https://stytch.com/docs/api-reference/consumer/api/passwords/authenticate">Stytch:
 *     passwords</a>
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver">NIST SP 800-63B,
 *     passwords</a>
 */
public interface Passwords {

  /**
   * Makes an account and signs it in.
   *
   * <p>Fails with {@link ErrorCode#ACCOUNT_ALREADY_EXISTS}, {@link ErrorCode#PASSWORD_TOO_WEAK},
   * {@link ErrorCode#PASSWORD_BREACHED}, {@link ErrorCode#SIGN_UP_DISABLED}, {@link
   * ErrorCode#SIGN_UP_REFUSED}, {@link ErrorCode#METHOD_DISABLED} and, where a verification mail
   * was asked for, {@link ErrorCode#REDIRECT_NOT_ALLOWED}. Never repeated by the library.
   *
   * <p>Providers: send it once, whatever becomes of the answer. Tell {@link
   * ErrorCode#ACCOUNT_ALREADY_EXISTS} only where the vendor itself does.
   *
   * <p>Needs {@link Capability#PASSWORD_SIGN_UP}.
   *
   * @param email the new account's address; unverified until the person proves it
   * @param password as typed
   * @param options what else
   * @return the session of the new account
   */
  default SignInResult signUp(EmailAddress email, Secret password, SignUpOptions options) {
    throw AuthException.unsupported("passwords.signUp");
  }

  /** {@link #signUp(EmailAddress, Secret, SignUpOptions)} with nothing set. */
  default SignInResult signUp(EmailAddress email, Secret password) {
    return signUp(email, password, SignUpOptions.defaults());
  }

  /**
   * Signs in.
   *
   * <p>Fails with {@link ErrorCode#INVALID_CREDENTIALS} for an unknown address, an account without
   * a password and a wrong password alike; with {@link ErrorCode#PASSWORD_RESET_REQUIRED}, {@link
   * ErrorCode#ACCOUNT_LOCKED} and {@link ErrorCode#METHOD_DISABLED}.
   *
   * <p>Providers: give an unknown address, a missing and a wrong password one code and one message.
   * An account with a confirmed second factor gets {@link SignInResult.SecondFactorRequired}, by
   * the vendor or by you; when you can't tell whether it has one, fail.
   *
   * <p>Needs {@link Capability#PASSWORD_SIGN_IN}.
   *
   * @param email the account's address
   * @param password as typed
   * @param options what else
   * @return a session, or the demand for a second factor
   */
  default SignInResult signIn(EmailAddress email, Secret password, SignInOptions options) {
    throw AuthException.unsupported("passwords.signIn");
  }

  /** {@link #signIn(EmailAddress, Secret, SignInOptions)} with nothing set. */
  default SignInResult signIn(EmailAddress email, Secret password) {
    return signIn(email, password, SignInOptions.defaults());
  }

  /**
   * Replaces a password that the person knows. Every other session of the user ends.
   *
   * <p>Fails with {@link ErrorCode#INVALID_CREDENTIALS} when the current password is wrong, {@link
   * ErrorCode#PASSWORD_NOT_SET}, {@link ErrorCode#PASSWORD_TOO_WEAK}, {@link
   * ErrorCode#PASSWORD_BREACHED}, and as {@link Sessions#authenticate} does for the session.
   *
   * <p>Providers: see to it that the other sessions end, also where the vendor does not, and hand
   * out the tokens that still work.
   *
   * <p>Needs {@link Capability#PASSWORD_CHANGE}.
   *
   * @param session the signed-in user's tokens
   * @param currentPassword as typed
   * @param newPassword as typed
   * @param options what else
   * @return the tokens to use from now on, which may be new ones; or the demand for a second factor
   *     where the provider makes a new session
   */
  default SignInResult change(
      SessionTokens session, Secret currentPassword, Secret newPassword, SignInOptions options) {
    throw AuthException.unsupported("passwords.change");
  }

  /** {@link #change(SessionTokens, Secret, Secret, SignInOptions)} with nothing set. */
  default SignInResult change(SessionTokens session, Secret currentPassword, Secret newPassword) {
    return change(session, currentPassword, newPassword, SignInOptions.defaults());
  }

  /**
   * Gives a first password to a signed-in user who has none.
   *
   * <p>Fails with {@link ErrorCode#PASSWORD_ALREADY_SET}, {@link ErrorCode#PASSWORD_TOO_WEAK},
   * {@link ErrorCode#PASSWORD_BREACHED}, {@link ErrorCode#SESSION_TOO_OLD} where the provider wants
   * a fresh sign-in, and as {@link Sessions#authenticate} does for the session.
   *
   * <p>Providers: refuse when a password is there, even if the vendor would replace it.
   *
   * <p>Needs {@link Capability#PASSWORD_SET}.
   *
   * @param session the signed-in user's tokens
   * @param newPassword as typed
   * @param options what else
   */
  default void set(SessionTokens session, Secret newPassword, CallOptions options) {
    throw AuthException.unsupported("passwords.set");
  }

  /** {@link #set(SessionTokens, Secret, CallOptions)} with nothing set. */
  default void set(SessionTokens session, Secret newPassword) {
    set(session, newPassword, CallOptions.defaults());
  }

  /**
   * Mails a link for choosing a new password. Succeeds for an unknown address too, so that nobody
   * learns who has an account.
   *
   * <p>Fails with {@link ErrorCode#REDIRECT_NOT_ALLOWED} where the provider says so (one provider
   * can only for known addresses; its refusal is then withheld).
   *
   * <p>Providers: succeed for an address that the vendor doesn't know, and send nothing that would
   * differ for the caller. Seal into the handle what a flow bound to the browser needs again.
   *
   * <p>Needs {@link Capability#PASSWORD_RESET}.
   *
   * @param email the account's address
   * @param callback where the link leads; the provider adds parameters
   * @param options what else
   * @return the handle, needed at {@link #finishReset} when the flow is bound to the browser
   */
  default Challenge startReset(EmailAddress email, URI callback, DeliveryOptions options) {
    throw AuthException.unsupported("passwords.startReset");
  }

  /** {@link #startReset(EmailAddress, URI, DeliveryOptions)} with nothing set. */
  default Challenge startReset(EmailAddress email, URI callback) {
    return startReset(email, callback, DeliveryOptions.defaults());
  }

  /**
   * Sets the new password and ends every session of the user. Signs nobody in.
   *
   * <p>Fails with {@link ErrorCode#LINK_UNKNOWN}, {@link ErrorCode#LINK_EXPIRED}, {@link
   * ErrorCode#LINK_ALREADY_USED} or {@link ErrorCode#LINK_REFUSED}; with {@link
   * ErrorCode#CALLBACK_INVALID} before anything is sent; with {@link ErrorCode#PASSWORD_TOO_WEAK}
   * or {@link ErrorCode#PASSWORD_BREACHED}, after which some providers want a new link.
   *
   * <p>Providers: read the callback's parameters yourself and refuse those that are missing,
   * repeated or of another flow. End every session, also where the vendor does not. A session that
   * the vendor makes on the way is not handed out.
   *
   * <p>Needs {@link Capability#PASSWORD_RESET}.
   *
   * @param callback the whole URI that the browser came back to
   * @param newPassword as typed
   * @param options what else
   */
  default void finishReset(URI callback, Secret newPassword, CallbackOptions options) {
    throw AuthException.unsupported("passwords.finishReset");
  }

  /** {@link #finishReset(URI, Secret, CallbackOptions)} with nothing set. */
  default void finishReset(URI callback, Secret newPassword) {
    finishReset(callback, newPassword, CallbackOptions.defaults());
  }

  /**
   * Tells how good a password is, before a sign-up or change. Whether it is known from a breach is
   * told by some providers only when {@linkplain PasswordCheckOptions#email() an address} comes
   * with it.
   *
   * <p>Providers: leave empty what the vendor doesn't say; guess no score.
   *
   * <p>Needs {@link Capability#PASSWORD_CHECK}.
   *
   * @param password as typed
   * @param options what else
   * @return what the project's policy says
   */
  default PasswordCheck check(Secret password, PasswordCheckOptions options) {
    throw AuthException.unsupported("passwords.check");
  }

  /** {@link #check(Secret, PasswordCheckOptions)} with nothing set. */
  default PasswordCheck check(Secret password) {
    return check(password, PasswordCheckOptions.defaults());
  }

  /**
   * Makes a user who signs in with a password that only its hash is known of.
   *
   * <p>Fails with {@link ErrorCode#ACCOUNT_ALREADY_EXISTS}; with {@link ErrorCode#UNSUPPORTED} for
   * a format that the provider does not take ({@link Capability#PASSWORD_IMPORT_OTHER}); with
   * {@link ErrorCode#INVALID_ARGUMENT} for a malformed hash.
   *
   * <p>Providers: send the hash as given; refuse a malformed one before sending where you can tell.
   *
   * <p>Needs {@link Capability#PASSWORD_IMPORT_BCRYPT}.
   *
   * @param newUser the user, with an e-mail address
   * @param hash the hash
   * @param options what else
   * @return the new user
   */
  default User importHash(NewUser newUser, PasswordHash hash, CallOptions options) {
    throw AuthException.unsupported("passwords.importHash");
  }

  /** {@link #importHash(NewUser, PasswordHash, CallOptions)} with nothing set. */
  default User importHash(NewUser newUser, PasswordHash hash) {
    return importHash(newUser, hash, CallOptions.defaults());
  }
}
