package dev.keyway.emulator.stytch;

import java.util.List;
import java.util.Map;

/**
 * What a scope of tokens grants by a project's access policy.
 *
 * @param scope its name, as tokens say it
 * @param description in words
 * @param permissions by resource id, the actions granted; {@code *} grants all
 */
public record PolicyScope(String scope, String description, Map<String, List<String>> permissions) {
  /** Copies the permissions. */
  public PolicyScope {
    permissions = Map.copyOf(permissions);
  }
}
