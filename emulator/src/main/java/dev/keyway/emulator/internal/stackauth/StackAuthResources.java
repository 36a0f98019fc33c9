package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.VendorService.Resource;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.state.ApiKey;
import dev.keyway.emulator.internal.stackauth.state.ApiKey.Holder;
import dev.keyway.emulator.internal.stackauth.state.ProjectKeys.KeySet;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a project and its users hold, for people to look at. The caller holds the lock. */
final class StackAuthResources {
  private StackAuthResources() {}

  /** The project's own: teams, their keys, sets of keys. */
  static List<Resource> of(StackAuthProject project) {
    List<Resource> all = new ArrayList<>();
    List<Team> teams = project.teams().all();
    for (Team team : teams) {
      int members = project.teams().members(team.id()).size();
      all.add(
          new Resource(
              "team",
              team.id(),
              team.get(StackAuthTeamRows.NAME),
              members + (members == 1 ? " member" : " members")));
    }
    teams.forEach(
        team -> all.addAll(keys(project, Holder.TEAM, team.id(), "of team " + team.id())));
    project.keySets().changedOrAdded().forEach(set -> all.add(resource(project, set)));
    return all;
  }

  /** A user's keys. */
  static List<Resource> of(StackAuthProject project, StackAuthUser user) {
    return keys(project, Holder.USER, user.id(), "");
  }

  private static List<Resource> keys(
      StackAuthProject project, Holder holder, String id, String whose) {
    return project.apiKeys().all().stream()
        .filter(key -> key.holder() == holder && key.holderId().equals(id))
        .map(
            key ->
                new Resource(
                    "API key", key.id(), key.description(), details(whose, key, project.now())))
        .toList();
  }

  private static String details(String whose, ApiKey key, Instant now) {
    List<String> details = new ArrayList<>();
    if (!whose.isEmpty()) {
      details.add(whose);
    }
    if (key.shared()) {
      details.add("public");
    }
    details.add(ends(key.expiresAt(), key.revokedAt(), key.expiredAt(now)));
    return String.join(", ", details);
  }

  private static Resource resource(StackAuthProject project, KeySet set) {
    List<String> keys = new ArrayList<>();
    add(keys, "publishable", set.publishable());
    add(keys, "secret", set.secret());
    add(keys, "admin", set.admin());
    boolean over = !project.now().isBefore(set.expiresAt());
    keys.add(ends(set.expiresAt(), set.revokedAt(), over));
    return new Resource("set of keys", set.id(), set.description(), String.join(", ", keys));
  }

  private static void add(List<String> keys, String kind, @Nullable String key) {
    if (key != null) {
      keys.add(kind);
    }
  }

  private static String ends(
      @Nullable Instant expiresAt, @Nullable Instant revokedAt, boolean over) {
    if (revokedAt != null) {
      return "revoked " + revokedAt;
    }
    if (expiresAt == null) {
      return "never expires";
    }
    return (over ? "expired " : "expires ") + expiresAt;
  }
}
