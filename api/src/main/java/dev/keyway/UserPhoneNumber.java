package dev.keyway;

/**
 * A phone number of a user.
 *
 * @param number the number
 * @param verified whether the user proved to receive messages there
 */
public record UserPhoneNumber(PhoneNumber number, boolean verified) {

  /** The number is required. */
  public UserPhoneNumber {
    Arguments.notNull(number, "number");
  }
}
