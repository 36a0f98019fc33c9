package dev.keyway;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/**
 * What a sign-in leads to: a session, or the demand for a second factor. The latter holds no token,
 * so it can't be taken for the former.
 *
 * <pre>{@code
 * result.fold(
 *     in -> welcome(in.user(), in.tokens()),
 *     more -> askForCode(more.factors(), more.handle()));
 * }</pre>
 */
public sealed interface SignInResult {

  /**
   * Signed in.
   *
   * @param user the user as of now
   * @param tokens the session's tokens
   * @param session the session
   * @param account whether this call made the account
   */
  record SignedIn(User user, SessionTokens tokens, Session session, AccountOutcome account)
      implements SignInResult {

    /** All are required. */
    public SignedIn {
      Arguments.notNull(user, "user");
      Arguments.notNull(tokens, "tokens");
      Arguments.notNull(session, "session");
      Arguments.notNull(account, "account");
    }
  }

  /**
   * The first factor was right, and the account wants a second one. Nobody is signed in yet:
   * continue with {@link SecondFactor}.
   *
   * @param factors what may complete the sign-in, never empty
   * @param handle carries the attempt; keep it in the same browser
   * @param expiresAt when the attempt ends
   */
  record SecondFactorRequired(
      Set<SecondFactorKind> factors, ChallengeHandle handle, Instant expiresAt)
      implements SignInResult {

    /** All are required, and at least one factor. */
    public SecondFactorRequired {
      factors = Arguments.copySet(factors, "factors");
      Arguments.notNull(handle, "handle");
      Arguments.notNull(expiresAt, "expiresAt");
      if (factors.isEmpty()) {
        throw Arguments.invalid("factors", "must not be empty");
      }
    }
  }

  /** Applies the function that fits. */
  default <T> T fold(
      Function<? super SignedIn, ? extends T> signedIn,
      Function<? super SecondFactorRequired, ? extends T> secondFactorRequired) {
    Arguments.notNull(signedIn, "signedIn");
    Arguments.notNull(secondFactorRequired, "secondFactorRequired");
    return this instanceof SignedIn in
        ? signedIn.apply(in)
        : secondFactorRequired.apply((SecondFactorRequired) this);
  }

  /**
   * The session, for applications whose users have no second factor.
   *
   * @throws AuthException {@link ErrorCode#SECOND_FACTOR_REQUIRED}
   */
  default SignedIn orElseThrow() {
    if (this instanceof SignedIn in) {
      return in;
    }
    throw AuthException.of(
        ErrorCode.SECOND_FACTOR_REQUIRED, "The account needs a second factor to sign in");
  }
}
