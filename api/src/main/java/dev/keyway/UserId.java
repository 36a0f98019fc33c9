package dev.keyway;

import java.io.Serializable;

/**
 * A user's identifier at the provider. Opaque: its form differs between providers.
 *
 * @param value the identifier, without blanks and at most 256 characters
 */
public record UserId(String value) implements Serializable {

  /** Checks the form only. */
  public UserId {
    Arguments.id(value, "userId");
  }

  /** The same as the constructor. */
  public static UserId of(String value) {
    return new UserId(value);
  }
}
