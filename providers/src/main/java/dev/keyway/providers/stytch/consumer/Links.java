package dev.keyway.providers.stytch.consumer;

import dev.keyway.CallOptions;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.UserId;
import java.net.URI;

/**
 * Magic links that the application delivers itself, and invitations. Of the options of a delivery,
 * the timeout, the expiry, the locale and the client context count.
 *
 * @see StytchConsumer#links()
 */
public interface Links {

  /**
   * Makes a link that signs a user in, for the application to deliver. Whoever has it is that user
   * once; it proves no address or number.
   *
   * <p>Fails with {@link ErrorCode#USER_NOT_FOUND}; with {@link ErrorCode#METHOD_DISABLED} where
   * the product is not switched on for the project.
   *
   * @param user whom it signs in
   * @param callback where it leads: a page that hands the whole URI to {@link
   *     dev.keyway.MagicLinks#authenticate}
   * @param options the expiry: 5 to 10080 whole minutes, one hour by default
   * @return the callback with the parameters that {@code authenticate} reads; treat it as a secret
   * @see <a href="https://stytch.com/docs/api/create-embeddable-magic-link">Stytch: embeddable
   *     magic links</a>
   */
  URI embeddable(UserId user, URI callback, DeliveryOptions options);

  /**
   * Makes a pending user and mails an invitation, whose link {@link
   * dev.keyway.MagicLinks#authenticate} takes.
   *
   * <p>Fails with {@link ErrorCode#ACCOUNT_ALREADY_EXISTS} where the address has an account or an
   * invitation already, {@link ErrorCode#REDIRECT_NOT_ALLOWED}, {@link ErrorCode#DELIVERY_REFUSED}.
   *
   * @param email who is invited
   * @param callback where the link leads
   * @param options the expiry: 5 to 10080 whole minutes, one hour by default
   * @return the pending user
   * @see <a href="https://stytch.com/docs/api/invite-by-email">Stytch: invite by e-mail</a>
   */
  UserId invite(EmailAddress email, URI callback, DeliveryOptions options);

  /**
   * Takes an invitation back. Fails with {@link ErrorCode#USER_NOT_FOUND} when there is none.
   *
   * @param email who was invited
   * @param options the timeout
   * @see <a href="https://stytch.com/docs/api/revoke-invite">Stytch: revoke an invite</a>
   */
  void revokeInvite(EmailAddress email, CallOptions options);
}
