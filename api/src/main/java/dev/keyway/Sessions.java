package dev.keyway;

import java.time.Duration;
import java.util.List;

/**
 * Checking, renewing and ending sessions.
 *
 * @see AuthClient#sessions()
 */
public interface Sessions {

  /**
   * Checks an access token on this machine: signature, issuer, audience and times. Calls the
   * provider only to fetch keys, rarely.
   *
   * <p>A revoked session's token passes until it expires, some minutes at most; {@link
   * #authenticate} asks the provider. Fails with {@link ErrorCode#TOKEN_INVALID}, {@link
   * ErrorCode#TOKEN_EXPIRED}, {@link ErrorCode#ACCOUNT_RESTRICTED}; with {@link
   * ErrorCode#CONNECTION_FAILED} and the like when a key is unknown and can't be fetched. Clocks
   * may differ by the configured skew, 5 seconds unless set.
   *
   * <p>Needs {@link Capability#SESSION_VERIFY}.
   *
   * @param token the access token
   * @param options what else
   * @return what the token says
   */
  Session verify(AccessToken token, VerifyOptions options);

  /** {@link #verify(AccessToken, VerifyOptions)} with nothing set. */
  default Session verify(AccessToken token) {
    return verify(token, VerifyOptions.defaults());
  }

  /**
   * Asks the provider whether a session is alive, and for the user as of now. An access token that
   * has expired is replaced.
   *
   * <p>Fails with {@link ErrorCode#SESSION_NOT_FOUND} when the session has expired or was revoked,
   * or its user is gone.
   *
   * <p>Needs {@link Capability#SESSION_AUTHENTICATE}.
   *
   * @param tokens the session's tokens
   * @param options what else
   * @return the user, the session and the tokens to use from now on
   */
  SignInResult.SignedIn authenticate(SessionTokens tokens, CallOptions options);

  /** {@link #authenticate(SessionTokens, CallOptions)} with nothing set. */
  default SignInResult.SignedIn authenticate(SessionTokens tokens) {
    return authenticate(tokens, CallOptions.defaults());
  }

  /**
   * Buys a new access token.
   *
   * <p>Fails with {@link ErrorCode#SESSION_NOT_FOUND} when the session has expired or was revoked.
   *
   * <p>Needs {@link Capability#SESSION_REFRESH}.
   *
   * @param renewal the session's renewal token
   * @param options what else
   * @return the tokens to use from now on
   */
  SessionTokens refresh(RenewalToken renewal, CallOptions options);

  /** {@link #refresh(RenewalToken, CallOptions)} with nothing set. */
  default SessionTokens refresh(RenewalToken renewal) {
    return refresh(renewal, CallOptions.defaults());
  }

  /**
   * Sets the session's end to a time from now, which may be sooner or later than before.
   *
   * <p>Fails with {@link ErrorCode#SESSION_NOT_FOUND}; with {@link ErrorCode#INVALID_ARGUMENT}
   * outside the provider's limits.
   *
   * <p>Needs {@link Capability#SESSION_EXTEND}.
   *
   * @param renewal the session's renewal token
   * @param duration from now, whole minutes
   * @param options what else
   * @return the tokens to use from now on
   */
  SessionTokens extend(RenewalToken renewal, Duration duration, CallOptions options);

  /** {@link #extend(RenewalToken, Duration, CallOptions)} with nothing set. */
  default SessionTokens extend(RenewalToken renewal, Duration duration) {
    return extend(renewal, duration, CallOptions.defaults());
  }

  /**
   * The live sessions of a user. Some providers list only those of users who exist, and fail with
   * {@link ErrorCode#USER_NOT_FOUND} for others.
   *
   * <p>Needs {@link Capability#SESSION_LIST}.
   *
   * @param user whose
   * @param options what else
   * @return newest first
   */
  List<Session> list(UserId user, CallOptions options);

  /** {@link #list(UserId, CallOptions)} with nothing set. */
  default List<Session> list(UserId user) {
    return list(user, CallOptions.defaults());
  }

  /**
   * Ends a session of a user. One that is not among the user's, because it ended already or is
   * another's, is left alone, and that is no error.
   *
   * <p>Needs {@link Capability#SESSION_REVOKE}.
   *
   * @param user whose
   * @param session which
   * @param options what else
   */
  void revoke(UserId user, SessionId session, CallOptions options);

  /** {@link #revoke(UserId, SessionId, CallOptions)} with nothing set. */
  default void revoke(UserId user, SessionId session) {
    revoke(user, session, CallOptions.defaults());
  }

  /**
   * Ends every session of a user. Sessions that begin during the call may survive.
   *
   * <p>Needs {@link Capability#SESSION_REVOKE}.
   *
   * @param user whose
   * @param options what else
   */
  void revokeAll(UserId user, CallOptions options);

  /** {@link #revokeAll(UserId, CallOptions)} with nothing set. */
  default void revokeAll(UserId user) {
    revokeAll(user, CallOptions.defaults());
  }

  /**
   * Ends the session of these tokens. One that has ended already is no error. The access token
   * passes {@link #verify} until it expires: forget it.
   *
   * <p>Needs {@link Capability#SESSION_SIGN_OUT}.
   *
   * @param tokens the session's tokens
   * @param options what else
   */
  void signOut(SessionTokens tokens, CallOptions options);

  /** {@link #signOut(SessionTokens, CallOptions)} with nothing set. */
  default void signOut(SessionTokens tokens) {
    signOut(tokens, CallOptions.defaults());
  }
}
