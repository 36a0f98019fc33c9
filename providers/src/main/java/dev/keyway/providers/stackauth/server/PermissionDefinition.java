package dev.keyway.providers.stackauth.server;

import java.util.Optional;
import java.util.Set;

/**
 * A permission as the project defines it.
 *
 * @param id its name
 * @param description for people
 * @param contained which others come with it
 */
public record PermissionDefinition(
    PermissionId id, Optional<String> description, Set<PermissionId> contained) {

  /** Copies. */
  public PermissionDefinition {
    contained = Set.copyOf(contained);
  }

  /** One with nothing else in it. */
  public static PermissionDefinition of(PermissionId id) {
    return new PermissionDefinition(id, Optional.empty(), Set.of());
  }

  /** The same with others that come with it. */
  public PermissionDefinition containing(PermissionId... others) {
    return new PermissionDefinition(id, description, Set.of(others));
  }
}
