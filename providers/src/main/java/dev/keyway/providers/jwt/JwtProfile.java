package dev.keyway.providers.jwt;

import java.util.Set;

/**
 * A kind of token that a project issues.
 *
 * @param name what the caller calls it
 * @param issuers the values of {@code iss} that it may have, compared exactly
 * @param audience the value that must be among those of {@code aud}
 */
public record JwtProfile(String name, Set<String> issuers, String audience) {

  /** Copies the issuers. */
  public JwtProfile {
    issuers = Set.copyOf(issuers);
  }
}
