package dev.keyway.providers.stytch.consumer;

import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;

/**
 * Sessions for those who proved to another system who they are. A user with a second factor is
 * asked for it, as after any first factor.
 *
 * @see StytchConsumer#foreignSessions()
 * @see <a href="https://stytch.com/docs/api/session-migrate">Stytch: session migrate</a>
 */
public interface ForeignSessions {

  /**
   * Turns a session of a system of one's own into one of Stytch, so that nobody has to sign in anew
   * when an application moves there. Stytch presents the token to the project's UserInfo URL and
   * takes the user with the e-mail address that it is told.
   *
   * <p>Fails with {@link ErrorCode#TOKEN_INVALID} where that system does not know the token, {@link
   * ErrorCode#USER_NOT_FOUND} where no user has the address, {@link ErrorCode#METHOD_DISABLED}
   * where the project has no such URL or it tells no address.
   *
   * @param token of the other system
   * @param options as for any sign-in
   */
  SignInResult migrate(Secret token, SignInOptions options);

  /**
   * Takes a token that another system signed, by one of the project's trusted profiles.
   *
   * <p>Fails with {@link ErrorCode#RESOURCE_NOT_FOUND} for a profile that is not there, {@link
   * ErrorCode#TOKEN_INVALID}, {@link ErrorCode#USER_NOT_FOUND}.
   *
   * @param profile the trusted profile's id
   * @param token the signed token
   * @param options as for any sign-in
   * @see <a href="https://stytch.com/docs/api/session-attest">Stytch: session attest</a>
   */
  SignInResult attest(String profile, Secret token, SignInOptions options);

  /**
   * Turns an access token that a connected app got for a user, with full access, into a session. It
   * must be at most five minutes old, and works once.
   *
   * <p>Fails with {@link ErrorCode#SCOPE_MISSING}, {@link ErrorCode#TOKEN_EXPIRED}, {@link
   * ErrorCode#TOKEN_INVALID}.
   *
   * @param accessToken of the connected app
   * @param options as for any sign-in
   * @see <a href="https://stytch.com/docs/api/session-exchange-access-token">Stytch: exchange
   *     access token</a>
   */
  SignInResult exchange(Secret accessToken, SignInOptions options);
}
