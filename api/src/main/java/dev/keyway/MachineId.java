package dev.keyway;

import java.io.Serializable;

/**
 * A machine's identifier at the provider: at Stytch the {@code client_id}, at Stack Auth the id of
 * an API key. No secret.
 *
 * @param value the identifier, without blanks and at most 256 characters
 */
public record MachineId(String value) implements Serializable {

  /** Checks the form only. */
  public MachineId {
    Arguments.id(value, "machineId");
  }

  /** The same as the constructor. */
  public static MachineId of(String value) {
    return new MachineId(value);
  }
}
