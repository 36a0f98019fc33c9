package dev.keyway.providers.stackauth.server;

import dev.keyway.UserId;

/**
 * An e-mail address of a user.
 *
 * @param id the channel
 * @param user whose it is
 * @param address as the provider holds it, which may be a form that {@link dev.keyway.EmailAddress}
 *     refuses
 * @param verified whether the user proved to own it
 * @param primary whether it is the one that the user is known by
 * @param usedForAuth whether the user may sign in with it
 */
public record ContactChannel(
    ContactChannelId id,
    UserId user,
    String address,
    boolean verified,
    boolean primary,
    boolean usedForAuth) {

  /** The ids only. */
  @Override
  public String toString() {
    return "ContactChannel[" + id.value() + " of " + user.value() + "]";
  }
}
