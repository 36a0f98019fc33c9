package dev.keyway;

import java.time.Instant;

/**
 * A token that a machine got for its secret.
 *
 * @param token what the machine presents, for {@link Machines#verify}; {@link #toString()} does not
 *     show it
 * @param expiresAt when it stops working
 */
public record MachineToken(Secret token, Instant expiresAt) {

  /** Checks that both are there. */
  public MachineToken {
    Arguments.notNull(token, "token");
    Arguments.notNull(expiresAt, "expiresAt");
  }
}
