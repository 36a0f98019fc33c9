package dev.keyway;

import java.net.URI;

/**
 * Signing up and in with an e-mail address and a password.
 *
 * @see AuthClient#passwords()
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
   * <p>Needs {@link Capability#PASSWORD_SIGN_UP}.
   *
   * @param email the new account's address; unverified until the person proves it
   * @param password as typed
   * @param options what else
   * @return the session of the new account
   */
  SignInResult signUp(EmailAddress email, Secret password, SignUpOptions options);

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
   * <p>Needs {@link Capability#PASSWORD_SIGN_IN}.
   *
   * @param email the account's address
   * @param password as typed
   * @param options what else
   * @return a session, or the demand for a second factor
   */
  SignInResult signIn(EmailAddress email, Secret password, SignInOptions options);

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
   * <p>Needs {@link Capability#PASSWORD_CHANGE}.
   *
   * @param session the signed-in user's tokens
   * @param currentPassword as typed
   * @param newPassword as typed
   * @param options what else
   * @return the tokens to use from now on, which may be new ones; or the demand for a second factor
   *     where the provider makes a new session
   */
  SignInResult change(
      SessionTokens session, Secret currentPassword, Secret newPassword, SignInOptions options);

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
   * <p>Needs {@link Capability#PASSWORD_SET}.
   *
   * @param session the signed-in user's tokens
   * @param newPassword as typed
   * @param options what else
   */
  void set(SessionTokens session, Secret newPassword, CallOptions options);

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
   * <p>Needs {@link Capability#PASSWORD_RESET}.
   *
   * @param email the account's address
   * @param callback where the link leads; the provider adds parameters
   * @param options what else
   * @return the handle, needed at {@link #finishReset} when the flow is bound to the browser
   */
  Challenge startReset(EmailAddress email, URI callback, DeliveryOptions options);

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
   * <p>Needs {@link Capability#PASSWORD_RESET}.
   *
   * @param callback the whole URI that the browser came back to
   * @param newPassword as typed
   * @param options what else
   */
  void finishReset(URI callback, Secret newPassword, CallbackOptions options);

  /** {@link #finishReset(URI, Secret, CallbackOptions)} with nothing set. */
  default void finishReset(URI callback, Secret newPassword) {
    finishReset(callback, newPassword, CallbackOptions.defaults());
  }

  /**
   * Tells how good a password is, before a sign-up or change.
   *
   * <p>Needs {@link Capability#PASSWORD_CHECK}.
   *
   * @param password as typed
   * @param options what else
   * @return what the project's policy says
   */
  PasswordCheck check(Secret password, CallOptions options);

  /** {@link #check(Secret, CallOptions)} with nothing set. */
  default PasswordCheck check(Secret password) {
    return check(password, CallOptions.defaults());
  }

  /**
   * Makes a user who signs in with a password that only its hash is known of.
   *
   * <p>Fails with {@link ErrorCode#ACCOUNT_ALREADY_EXISTS}; with {@link ErrorCode#UNSUPPORTED} for
   * a format that the provider does not take ({@link Capability#PASSWORD_IMPORT_OTHER}); with
   * {@link ErrorCode#INVALID_ARGUMENT} for a malformed hash.
   *
   * <p>Needs {@link Capability#PASSWORD_IMPORT_BCRYPT}.
   *
   * @param newUser the user, with an e-mail address
   * @param hash the hash
   * @param options what else
   * @return the new user
   */
  User importHash(NewUser newUser, PasswordHash hash, CallOptions options);

  /** {@link #importHash(NewUser, PasswordHash, CallOptions)} with nothing set. */
  default User importHash(NewUser newUser, PasswordHash hash) {
    return importHash(newUser, hash, CallOptions.defaults());
  }
}
