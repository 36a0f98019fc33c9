package dev.keyway;

/**
 * An e-mail address of a user.
 *
 * @param address the address as the provider holds it
 * @param verified whether the user proved to receive mail there
 */
public record UserEmail(EmailAddress address, boolean verified) {

  /** The address is required. */
  public UserEmail {
    Arguments.notNull(address, "address");
  }
}
