package dev.keyway;

import java.io.Serializable;

/**
 * A registered passkey's identifier at the provider.
 *
 * @param value the identifier, without blanks and at most 256 characters
 */
public record PasskeyId(String value) implements Serializable {

  /** Checks the form only. */
  public PasskeyId {
    Arguments.id(value, "passkeyId");
  }

  /** The same as the constructor. */
  public static PasskeyId of(String value) {
    return new PasskeyId(value);
  }
}
