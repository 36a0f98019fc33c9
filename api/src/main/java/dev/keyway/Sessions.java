package dev.keyway;

import java.time.Duration;
import java.util.List;

/**
 * Checking, renewing and ending sessions.
 *
 * @see AuthClient#sessions()
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</a>: JSON Web Tokens
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725</a>: their current practice
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517</a>: the keys
 * @see <a href="https://stytch.com/docs/api">Stytch's API</a>, {@code sessions}
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
   * <p>Providers: accept one algorithm only, the vendor's; check issuer, audience and times by
   * {@code ProviderContext.clock()} at each call, also of a token whose signature was checked
   * before. Keep keys, and fetch an unknown one at most once in a while.
   *
   * <p>Needs {@link Capability#SESSION_VERIFY}.
   *
   * @param token the access token
   * @param options what else
   * @return what the token says
   */
  default Session verify(AccessToken token, VerifyOptions options) {
    throw AuthException.unsupported("sessions.verify");
  }

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
   * <p>Providers: ask the vendor each time; answer nothing out of a cache.
   *
   * <p>Needs {@link Capability#SESSION_AUTHENTICATE}.
   *
   * @param tokens the session's tokens
   * @param options what else
   * @return the user, the session and the tokens to use from now on
   */
  default SignInResult.SignedIn authenticate(SessionTokens tokens, CallOptions options) {
    throw AuthException.unsupported("sessions.authenticate");
  }

  /** {@link #authenticate(SessionTokens, CallOptions)} with nothing set. */
  default SignInResult.SignedIn authenticate(SessionTokens tokens) {
    return authenticate(tokens, CallOptions.defaults());
  }

  /**
   * Buys a new access token.
   *
   * <p>Fails with {@link ErrorCode#SESSION_NOT_FOUND} when the session has expired or was revoked.
   *
   * <p>Providers: send it once: a renewal token may be used up.
   *
   * <p>Needs {@link Capability#SESSION_REFRESH}.
   *
   * @param renewal the session's renewal token
   * @param options what else
   * @return the tokens to use from now on
   */
  default SessionTokens refresh(RenewalToken renewal, CallOptions options) {
    throw AuthException.unsupported("sessions.refresh");
  }

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
   * <p>Providers: name the vendor's limits in the message of {@link ErrorCode#INVALID_ARGUMENT}.
   *
   * <p>Needs {@link Capability#SESSION_EXTEND}.
   *
   * @param renewal the session's renewal token
   * @param duration from now, whole minutes
   * @param options what else
   * @return the tokens to use from now on
   */
  default SessionTokens extend(RenewalToken renewal, Duration duration, ExtendOptions options) {
    throw AuthException.unsupported("sessions.extend");
  }

  /** {@link #extend(RenewalToken, Duration, ExtendOptions)} with nothing set. */
  default SessionTokens extend(RenewalToken renewal, Duration duration) {
    return extend(renewal, duration, ExtendOptions.defaults());
  }

  /**
   * The live sessions of a user. Some providers list only those of users who exist, and fail with
   * {@link ErrorCode#USER_NOT_FOUND} for others.
   *
   * <p>Providers: leave out sessions that have ended, sort, and read every page that the vendor
   * has.
   *
   * <p>Needs {@link Capability#SESSION_LIST}.
   *
   * @param user whose
   * @param options what else
   * @return newest first
   */
  default List<Session> list(UserId user, CallOptions options) {
    throw AuthException.unsupported("sessions.list");
  }

  /** {@link #list(UserId, CallOptions)} with nothing set. */
  default List<Session> list(UserId user) {
    return list(user, CallOptions.defaults());
  }

  /**
   * Ends a session of a user. One that is not among the user's, because it ended already or is
   * another's, is left alone, and that is no error.
   *
   * <p>Providers: make sure that the session is this user's before you end it.
   *
   * <p>Needs {@link Capability#SESSION_REVOKE}.
   *
   * @param user whose
   * @param session which
   * @param options what else
   */
  default void revoke(UserId user, SessionId session, CallOptions options) {
    throw AuthException.unsupported("sessions.revoke");
  }

  /** {@link #revoke(UserId, SessionId, CallOptions)} with nothing set. */
  default void revoke(UserId user, SessionId session) {
    revoke(user, session, CallOptions.defaults());
  }

  /**
   * Ends every session of a user. Sessions that begin during the call may survive.
   *
   * <p>Providers: go on when one of them ended meanwhile.
   *
   * <p>Needs {@link Capability#SESSION_REVOKE}.
   *
   * @param user whose
   * @param options what else
   */
  default void revokeAll(UserId user, CallOptions options) {
    throw AuthException.unsupported("sessions.revokeAll");
  }

  /** {@link #revokeAll(UserId, CallOptions)} with nothing set. */
  default void revokeAll(UserId user) {
    revokeAll(user, CallOptions.defaults());
  }

  /**
   * Ends the session of these tokens. One that has ended already is no error. The access token
   * passes {@link #verify} until it expires: forget it.
   *
   * <p>Providers: a session that is not there any more is a success.
   *
   * <p>Needs {@link Capability#SESSION_SIGN_OUT}.
   *
   * @param tokens the session's tokens
   * @param options what else
   */
  default void signOut(SessionTokens tokens, CallOptions options) {
    throw AuthException.unsupported("sessions.signOut");
  }

  /** {@link #signOut(SessionTokens, CallOptions)} with nothing set. */
  default void signOut(SessionTokens tokens) {
    signOut(tokens, CallOptions.defaults());
  }
}
