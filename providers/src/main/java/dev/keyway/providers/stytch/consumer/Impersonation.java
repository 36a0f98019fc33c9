package dev.keyway.providers.stytch.consumer;

import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.SignInResult;

/**
 * Acting as a user, for those who run the project.
 *
 * @see StytchConsumer#impersonation()
 * @see <a href="https://stytch.com/docs/api/impersonation-authenticate">Stytch: impersonation</a>
 */
public interface Impersonation {

  /**
   * Turns a token of Stytch's dashboard, good for five minutes and once, into a session as the
   * user. It lasts an hour, can't be extended, and says so: {@link
   * dev.keyway.Session#impersonation()}. No second factor is asked for: the person is not the user.
   *
   * <p>Fails with {@link ErrorCode#TOKEN_INVALID} for a token that is unknown, old or used; with
   * {@link ErrorCode#METHOD_DISABLED} where the project does not allow it.
   *
   * @param token of the dashboard
   * @param options the timeout
   */
  SignInResult.SignedIn authenticate(Secret token, CallOptions options);
}
