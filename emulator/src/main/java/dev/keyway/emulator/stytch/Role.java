package dev.keyway.emulator.stytch;

import java.util.List;
import java.util.Map;

/**
 * A role of a project's access policy.
 *
 * @param id its id
 * @param description in words
 * @param permissions by resource id, the actions allowed; {@code *} allows all
 */
public record Role(String id, String description, Map<String, List<String>> permissions) {
  /** The role that every user has. */
  public static final String EVERYBODY = "stytch_user";

  /** Copies the permissions. */
  public Role {
    permissions = Map.copyOf(permissions);
  }

  public boolean allows(String resource, String action) {
    List<String> actions = permissions.getOrDefault(resource, List.of());
    return actions.contains("*") || actions.contains(action);
  }
}
