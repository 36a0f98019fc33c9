package dev.keyway;

/**
 * A machine and a secret of it, which is shown this once.
 *
 * @param machine the machine
 * @param secret the secret; {@link #toString()} does not show it
 */
public record MachineCredential(Machine machine, Secret secret) {

  /** Checks that both are there. */
  public MachineCredential {
    Arguments.notNull(machine, "machine");
    Arguments.notNull(secret, "secret");
  }
}
