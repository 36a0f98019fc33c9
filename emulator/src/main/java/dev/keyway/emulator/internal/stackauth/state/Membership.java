package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.attribute.Attributes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What a user is in a team. Immutable; {@link Teams} keeps the present state of each.
 *
 * @param teamId which team
 * @param userId whose
 * @param joinedAt since when
 * @param profile how the user is shown there
 * @param permissions ids of what was granted to the user there, without what is contained in it;
 *     sorted, each once
 */
public record Membership(
    String teamId, String userId, Instant joinedAt, Attributes profile, List<String> permissions) {

  public Membership {
    permissions = List.copyOf(new TreeSet<>(permissions));
  }

  /** The same with another profile. */
  public Membership with(Attributes changed) {
    return new Membership(teamId, userId, joinedAt, changed, permissions);
  }

  /** The same with other permissions granted. */
  public Membership granted(Collection<String> ids) {
    return new Membership(teamId, userId, joinedAt, profile, List.copyOf(ids));
  }
}
