package dev.keyway;

import java.io.Serializable;
import java.time.Instant;

/**
 * A code or link was sent, and the flow waits for it.
 *
 * @param handle ties the answer to this sending; keep it in the browser's {@code HttpOnly} cookie
 * @param expiresAt when the code or link stops working
 */
public record Challenge(ChallengeHandle handle, Instant expiresAt) implements Serializable {

  /** Both are required. */
  public Challenge {
    Arguments.notNull(handle, "handle");
    Arguments.notNull(expiresAt, "expiresAt");
  }
}
