package dev.keyway.emulator.stytch;

import java.util.List;

/**
 * Something that a project's access policy speaks of.
 *
 * @param id its id; ids that begin with {@code stytch} are the service's own and are refused
 * @param description in words
 * @param actions what can be done with it
 */
public record PolicyResource(String id, String description, List<String> actions) {
  /** Copies the actions. */
  public PolicyResource {
    actions = List.copyOf(actions);
  }
}
