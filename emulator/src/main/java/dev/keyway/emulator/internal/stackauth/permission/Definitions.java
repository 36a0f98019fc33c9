package dev.keyway.emulator.internal.stackauth.permission;

import dev.keyway.emulator.internal.stackauth.rules.PermissionScope;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.stackauth.StackAuthPermission;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes what a project defines, with all that names it. */
final class Definitions {
  private Definitions() {}

  static void add(StackAuthProject project, PermissionScope scope, StackAuthPermission made) {
    List<StackAuthPermission> all = new ArrayList<>(scope.definedIn(project.settings()));
    all.add(made);
    project.configure(settings -> scope.define(settings, all));
  }

  /** Puts a definition in place of another; what was granted or contained stays so. */
  static void replace(
      StackAuthProject project, PermissionScope scope, String oldId, StackAuthPermission changed) {
    UnaryOperator<List<String>> rename =
        ids -> ids.stream().map(id -> id.equals(oldId) ? changed.id() : id).toList();
    List<StackAuthPermission> all =
        scope.definedIn(project.settings()).stream()
            .map(known -> known.id().equals(oldId) ? changed : known)
            .map(known -> containing(known, rename))
            .toList();
    define(project, scope, all, rename);
  }

  /** Removes a definition, and takes the permission away from all who have it. */
  static void remove(StackAuthProject project, PermissionScope scope, String oldId) {
    UnaryOperator<List<String>> without =
        ids -> ids.stream().filter(id -> !id.equals(oldId)).toList();
    List<StackAuthPermission> rest =
        scope.definedIn(project.settings()).stream()
            .filter(known -> !known.id().equals(oldId))
            .map(known -> containing(known, without))
            .toList();
    define(project, scope, rest, without);
  }

  private static StackAuthPermission containing(
      StackAuthPermission known, UnaryOperator<List<String>> change) {
    return new StackAuthPermission(known.id(), known.description(), change.apply(known.contains()));
  }

  private static void define(
      StackAuthProject project,
      PermissionScope scope,
      List<StackAuthPermission> all,
      UnaryOperator<List<String>> change) {
    StackAuthSettings present = project.settings();
    project.configure(
        settings ->
            scope
                .define(settings, all)
                .teamCreatorPermissions(changed(present.teamCreatorPermissions(), change))
                .teamMemberPermissions(changed(present.teamMemberPermissions(), change))
                .userPermissions(changed(present.userPermissions(), change)));
    Grants.change(project, scope, change);
  }

  private static String[] changed(List<String> ids, UnaryOperator<List<String>> change) {
    return change.apply(ids).toArray(new String[0]);
  }
}
