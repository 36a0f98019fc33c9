package dev.keyway.emulator.internal.stackauth.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The teams of one project and who is in them. */
public final class Teams {
  private final Map<String, Team> byId = new LinkedHashMap<>();
  private final Map<String, Map<String, Membership>> members = new LinkedHashMap<>();
  private final Map<String, Set<String>> teamsOfUser = new HashMap<>();

  /** The same, to be changed apart from these. */
  Teams copy() {
    Teams copy = new Teams();
    copy.byId.putAll(byId);
    members.forEach((team, all) -> copy.members.put(team, new LinkedHashMap<>(all)));
    teamsOfUser.forEach((user, teams) -> copy.teamsOfUser.put(user, new LinkedHashSet<>(teams)));
    return copy;
  }

  /** Adds a team, or keeps the new state of one that is there. */
  public void put(Team team) {
    byId.put(team.id(), team);
  }

  /** Removes a team, and everybody from it. */
  public void remove(Team team) {
    members(team.id()).forEach(this::remove);
    byId.remove(team.id());
  }

  public Optional<Team> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All teams, oldest first. */
  public List<Team> all() {
    return oldestFirst(byId.values());
  }

  /** The teams that a user is in, the oldest team first. */
  public List<Team> ofUser(String userId) {
    return oldestFirst(
        teamsOfUser.getOrDefault(userId, Set.of()).stream()
            .map(id -> Objects.requireNonNull(byId.get(id), "a member of a team that is gone"))
            .toList());
  }

  /**
   * Makes a user a member, or keeps the new state of the membership.
   *
   * @throws IllegalArgumentException if there is no such team
   */
  public void put(Membership membership) {
    if (!byId.containsKey(membership.teamId())) {
      throw new IllegalArgumentException("There is no team " + membership.teamId());
    }
    members
        .computeIfAbsent(membership.teamId(), id -> new LinkedHashMap<>())
        .put(membership.userId(), membership);
    teamsOfUser
        .computeIfAbsent(membership.userId(), id -> new LinkedHashSet<>())
        .add(membership.teamId());
  }

  /** Ends a membership. */
  public void remove(Membership membership) {
    members.getOrDefault(membership.teamId(), new HashMap<>()).remove(membership.userId());
    teamsOfUser
        .getOrDefault(membership.userId(), new LinkedHashSet<>())
        .remove(membership.teamId());
  }

  public Optional<Membership> membership(String teamId, String userId) {
    return Optional.ofNullable(members.getOrDefault(teamId, Map.of()).get(userId));
  }

  /** Who is in a team, who came first before the others. */
  public List<Membership> members(String teamId) {
    return inOrder(members.getOrDefault(teamId, Map.of()).values());
  }

  /** What a user is in all of their teams, the first that they joined before the others. */
  public List<Membership> memberships(String userId) {
    return inOrder(
        teamsOfUser.getOrDefault(userId, Set.of()).stream()
            .flatMap(teamId -> membership(teamId, userId).stream())
            .toList());
  }

  /** All memberships, oldest first. */
  public List<Membership> memberships() {
    return inOrder(members.values().stream().flatMap(all -> all.values().stream()).toList());
  }

  /** Changes what was granted to anybody in any team. */
  public void regrant(UnaryOperator<List<String>> change) {
    members
        .values()
        .forEach(
            all -> all.replaceAll((user, held) -> held.granted(change.apply(held.permissions()))));
  }

  private static List<Team> oldestFirst(Collection<Team> teams) {
    return teams.stream().sorted(Comparator.comparing(Team::createdAt)).toList();
  }

  private static List<Membership> inOrder(Collection<Membership> memberships) {
    List<Membership> sorted = new ArrayList<>(memberships);
    sorted.sort(Comparator.comparing(Membership::joinedAt));
    return sorted;
  }
}
