package dev.keyway.providers.stytch.consumer;

import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.PhoneNumber;
import dev.keyway.UserId;
import java.util.List;

/**
 * All that a user signs in with, whatever its kind. Passkeys and authenticator apps have neutral
 * calls, too.
 *
 * <p>Each call fails with {@link ErrorCode#USER_NOT_FOUND}.
 *
 * @see StytchConsumer#factors()
 * @see <a href="https://stytch.com/docs/api/delete-user-crypto-wallet">Stytch: delete a user's
 *     wallet</a>, and beside it for the other kinds
 */
public interface Factors {

  /**
   * What the user has, in the order of {@link Factor.Kind}, those that were never proved included.
   *
   * @param options the timeout
   */
  List<Factor> list(UserId user, CallOptions options);

  /**
   * Takes a factor off: nobody signs in with it any more. Nothing keeps the last one: whose last
   * one goes cannot sign in until an address is added. Sessions go on; end them where the factor
   * may be in wrong hands.
   *
   * <p>Fails with {@link ErrorCode#RESOURCE_NOT_FOUND} for one that this user has not, with nothing
   * taken off.
   *
   * @param factor of the user; its kind and id count
   * @param options the timeout, for the look and for the deletion
   */
  void delete(UserId user, Factor factor, CallOptions options);

  /**
   * Puts an e-mail address in place of the only address or number of a user who has no other
   * factor. The new one is not proved until the user signs in with it.
   *
   * <p>Fails with {@link ErrorCode#FACTOR_ALREADY_ENROLLED} for a user who has another factor, and
   * with {@link ErrorCode#ACCOUNT_ALREADY_EXISTS} where somebody else has the address.
   *
   * @param options the timeout
   * @see <a href="https://stytch.com/docs/api/exchange-primary-factor">Stytch: exchange primary
   *     factor</a>
   */
  void exchangeForEmail(UserId user, EmailAddress email, CallOptions options);

  /**
   * {@link #exchangeForEmail} with a telephone number.
   *
   * @param options the timeout
   */
  void exchangeForPhone(UserId user, PhoneNumber phone, CallOptions options);
}
