package dev.keyway;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who presented a credential that {@link Machines#verify} found good.
 *
 * @param id the machine
 * @param owner the user on whose behalf it acts, where machines have one
 * @param scopes what it may do with this credential; empty where machines have no scopes
 * @param expiresAt when the credential stops working by itself; empty if it does not
 */
public record VerifiedMachine(
    MachineId id, Optional<UserId> owner, Set<String> scopes, Optional<Instant> expiresAt) {

  /** Copies the scopes. */
  public VerifiedMachine {
    Arguments.notNull(id, "id");
    Arguments.notNull(owner, "owner");
    scopes = Arguments.scopes(scopes);
    Arguments.notNull(expiresAt, "expiresAt");
  }
}
