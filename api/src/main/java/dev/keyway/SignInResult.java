package dev.keyway;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/**
 * What a sign-in leads to: a session, or what is missing to one, such as a second factor. Only
 * {@link SignedIn} holds a token, so nothing else can be taken for it.
 *
 * <p>Later versions may know further outcomes, each of them without a token. An application written
 * today meets them in its last branch:
 *
 * <pre>{@code
 * result.fold(
 *     in -> welcome(in.user(), in.tokens()),
 *     more -> askForCode(more.factors(), more.handle()),
 *     other -> sorry());
 * }</pre>
 *
 * <p>For that reason a {@code switch} over the outcomes does not compile without a {@code default}:
 * one of the permitted types is not for applications to name. An outcome that an application does
 * not know is as good as a refused sign-in; {@link #orElseThrow()} makes a failure of it.
 */
public sealed interface SignInResult
    permits SignInResult.SignedIn, SignInResult.SecondFactorRequired, LaterOutcome {

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

  /**
   * Applies the function that fits.
   *
   * @param signedIn for a session
   * @param secondFactorRequired for the demand for a second factor
   * @param otherwise for every outcome that a later version adds: nobody is signed in, and this
   *     application does not know what is missing. Today there is none
   * @param <T> what the functions give
   */
  default <T> T fold(
      Function<? super SignedIn, ? extends T> signedIn,
      Function<? super SecondFactorRequired, ? extends T> secondFactorRequired,
      Function<? super SignInResult, ? extends T> otherwise) {
    Arguments.notNull(signedIn, "signedIn");
    Arguments.notNull(secondFactorRequired, "secondFactorRequired");
    Arguments.notNull(otherwise, "otherwise");
    if (this instanceof SignedIn in) {
      return signedIn.apply(in);
    }
    return this instanceof SecondFactorRequired more
        ? secondFactorRequired.apply(more)
        : otherwise.apply(this);
  }

  /**
   * The session, for applications whose users have no second factor.
   *
   * @throws AuthException {@link ErrorCode#SECOND_FACTOR_REQUIRED}; a code of its own for each
   *     outcome that a later version adds
   */
  default SignedIn orElseThrow() {
    if (this instanceof SignedIn in) {
      return in;
    }
    throw AuthException.of(
        ErrorCode.SECOND_FACTOR_REQUIRED, "The account needs a second factor to sign in");
  }
}
