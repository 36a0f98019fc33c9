package dev.keyway;

import java.time.Instant;
import java.util.Optional;

/**
 * One proof that a session rests on.
 *
 * @param kind how
 * @param authenticatedAt when last, if the provider says
 */
public record AuthenticationFactor(FactorKind kind, Optional<Instant> authenticatedAt) {

  /** Both are required. */
  public AuthenticationFactor {
    Arguments.notNull(kind, "kind");
    Arguments.notNull(authenticatedAt, "authenticatedAt");
  }
}
