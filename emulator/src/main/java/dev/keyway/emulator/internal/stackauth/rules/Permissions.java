package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.stackauth.StackAuthPermission;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which permissions a project has, and what is contained in them. */
public final class Permissions {
  public static final String UPDATE_TEAM = "$update_team";
  public static final String DELETE_TEAM = "$delete_team";
  public static final String READ_MEMBERS = "$read_members";
  public static final String REMOVE_MEMBERS = "$remove_members";
  public static final String INVITE_MEMBERS = "$invite_members";
  public static final String MANAGE_API_KEYS = "$manage_api_keys";

  /** Those that the service knows itself; all are for teams. */
  private static final List<StackAuthPermission> SYSTEM =
      List.of(
          system(DELETE_TEAM, "Delete the team"),
          system(INVITE_MEMBERS, "Invite other users to the team"),
          system(MANAGE_API_KEYS, "Create and manage API keys for the team"),
          system(READ_MEMBERS, "Read and list the other members of the team"),
          system(REMOVE_MEMBERS, "Remove other members from the team"),
          system(UPDATE_TEAM, "Update the team information"));

  private Permissions() {}

  /** All of a scope, the service's own included, by their ids. */
  public static List<StackAuthPermission> of(StackAuthSettings settings, PermissionScope scope) {
    List<StackAuthPermission> own = scope == PermissionScope.TEAM ? SYSTEM : List.of();
    return Stream.concat(own.stream(), scope.definedIn(settings).stream())
        .sorted(Comparator.comparing(StackAuthPermission::id))
        .toList();
  }

  /** The scope of which there is a permission of that id; empty if there is none at all. */
  public static Optional<PermissionScope> scopeOf(StackAuthSettings settings, String id) {
    return Stream.of(PermissionScope.values())
        .filter(scope -> exists(settings, scope, id))
        .findFirst();
  }

  public static boolean exists(StackAuthSettings settings, PermissionScope scope, String id) {
    return of(settings, scope).stream().anyMatch(known -> known.id().equals(id));
  }

  /** Whether the service knows it itself. */
  public static boolean isSystem(String id) {
    return SYSTEM.stream().anyMatch(known -> known.id().equals(id));
  }

  /** What was granted, without what does not exist any more. */
  public static SortedSet<String> direct(
      StackAuthProject project, PermissionScope scope, Collection<String> granted) {
    SortedSet<String> existing = new TreeSet<>(granted);
    existing.removeIf(id -> !exists(project.settings(), scope, id));
    return existing;
  }

  /** What was granted and all that is contained in it. */
  public static SortedSet<String> effective(
      StackAuthProject project, PermissionScope scope, Collection<String> granted) {
    var known =
        of(project.settings(), scope).stream()
            .collect(
                Collectors.toMap(
                    StackAuthPermission::id, Function.identity(), (first, second) -> first));
    SortedSet<String> all = new TreeSet<>();
    Deque<String> waiting = new ArrayDeque<>(granted);
    while (!waiting.isEmpty()) {
      StackAuthPermission next = known.get(waiting.pop());
      if (next != null && all.add(next.id())) {
        waiting.addAll(next.contains());
      }
    }
    return all;
  }

  private static StackAuthPermission system(String id, String description) {
    return new StackAuthPermission(id, description, List.of());
  }
}
