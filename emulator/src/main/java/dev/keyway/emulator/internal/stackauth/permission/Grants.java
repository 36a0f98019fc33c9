package dev.keyway.emulator.internal.stackauth.permission;

import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.rules.PermissionScope;
import dev.keyway.emulator.internal.stackauth.rules.Permissions;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What was granted to anybody. */
final class Grants {
  private Grants() {}

  /** Refuses what there is not, and what is not for this. */
  static void requireGrantable(StackAuthProject project, PermissionScope scope, String id) {
    Optional<PermissionScope> actual = Permissions.scopeOf(project.settings(), id);
    // The service's own permissions are no definitions of a project: elsewhere they are unknown.
    if (actual.isEmpty() || (actual.get() != scope && Permissions.isSystem(id))) {
      throw KnownError.PERMISSION_NOT_FOUND.failure("permission_id", id);
    }
    if (actual.get() != scope) {
      throw KnownError.WRONG_PERMISSION_SCOPE.failure(
          Json.object()
              .put("permission_id", id)
              .put("expected_scope", scope.wireName())
              .put("actual_scope", actual.get().wireName()));
    }
  }

  /** Changes what was granted to anybody. */
  static void change(
      StackAuthProject project, PermissionScope scope, UnaryOperator<List<String>> change) {
    if (scope == PermissionScope.TEAM) {
      project.teams().regrant(change);
    } else {
      project
          .users()
          .all()
          .forEach(
              user ->
                  user.set(
                      StackAuthUserRows.PERMISSIONS,
                      Set.copyOf(
                          change.apply(List.copyOf(user.get(StackAuthUserRows.PERMISSIONS))))));
    }
  }
}
