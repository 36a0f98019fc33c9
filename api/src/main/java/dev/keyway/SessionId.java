package dev.keyway;

import java.io.Serializable;

/**
 * A session's identifier at the provider. Not a credential: knowing it gives no access.
 *
 * @param value the identifier, without blanks and at most 256 characters
 */
public record SessionId(String value) implements Serializable {

  /** Checks the form only. */
  public SessionId {
    Arguments.id(value, "sessionId");
  }

  /** The same as the constructor. */
  public static SessionId of(String value) {
    return new SessionId(value);
  }
}
