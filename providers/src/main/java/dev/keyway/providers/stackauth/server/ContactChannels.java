package dev.keyway.providers.stackauth.server;

import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.UserId;
import java.net.URI;
import java.util.List;

/**
 * The e-mail addresses of users: which are there, which one is the primary one, and which may be
 * signed in with.
 *
 * @see StackAuthServer#contactChannels()
 * @see <a href="https://docs.stack-auth.com/api/overview">Stack Auth's API</a>, {@code
 *     contact-channels}
 */
public interface ContactChannels {

  /**
   * The user's channels, oldest first; none for a user who is not there.
   *
   * @param user whose
   * @param options the timeout
   */
  List<ContactChannel> list(UserId user, CallOptions options);

  /**
   * Adds an address.
   *
   * <p>Fails with {@link ErrorCode#USER_NOT_FOUND}; with {@link ErrorCode#RESOURCE_ALREADY_EXISTS}
   * where the user has the address; with {@link ErrorCode#ACCOUNT_ALREADY_EXISTS} where somebody
   * else signs in with it and {@link ContactChannelFields#usedForAuth()} is asked for.
   *
   * @param user to whom
   * @param address the address
   * @param fields what it is used for
   * @param options the timeout
   * @return the channel as made
   */
  ContactChannel create(
      UserId user, EmailAddress address, ContactChannelFields fields, CallOptions options);

  /**
   * Changes what an address is used for; to change the address itself, make a new one and delete
   * this one, which keeps it verified for what it is.
   *
   * <p>Fails with {@link ErrorCode#RESOURCE_NOT_FOUND}; with {@link
   * ErrorCode#ACCOUNT_ALREADY_EXISTS} as {@link #create} does.
   *
   * @param user whose
   * @param channel which
   * @param fields what changes; the rest stays
   * @param options the timeout
   * @return the channel as it is now
   */
  ContactChannel update(
      UserId user, ContactChannelId channel, ContactChannelFields fields, CallOptions options);

  /**
   * Takes an address away. Fails with {@link ErrorCode#RESOURCE_NOT_FOUND}.
   *
   * @param user whose
   * @param channel which
   * @param options the timeout
   */
  void delete(UserId user, ContactChannelId channel, CallOptions options);

  /**
   * Mails a link that proves the address, good for seven days.
   *
   * <p>Fails with {@link ErrorCode#RESOURCE_NOT_FOUND}, {@link ErrorCode#ALREADY_VERIFIED}, {@link
   * ErrorCode#REDIRECT_NOT_ALLOWED}.
   *
   * @param user whose
   * @param channel which
   * @param callback where the link leads: a page that hands the whole URI to {@link #verify}
   * @param options the timeout
   */
  void sendVerification(UserId user, ContactChannelId channel, URI callback, CallOptions options);

  /**
   * Takes the address of the link for proved. It signs nobody in.
   *
   * <p>Fails with {@link ErrorCode#CALLBACK_INVALID}, {@link ErrorCode#LINK_UNKNOWN}, {@link
   * ErrorCode#LINK_EXPIRED}, {@link ErrorCode#LINK_ALREADY_USED}.
   *
   * @param callback the whole URI that the browser came back to
   * @param options the timeout
   */
  void verify(URI callback, CallOptions options);
}
