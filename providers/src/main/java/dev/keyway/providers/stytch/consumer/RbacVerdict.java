package dev.keyway.providers.stytch.consumer;

import java.util.Set;

/**
 * Whether a session allows what was asked.
 *
 * @param authorized whether it does
 * @param grantingRoles by which roles; none when it does not
 */
public record RbacVerdict(boolean authorized, Set<String> grantingRoles) {

  /** Copies. */
  public RbacVerdict {
    grantingRoles = Set.copyOf(grantingRoles);
  }
}
