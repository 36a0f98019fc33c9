package dev.keyway.emulator.internal.stackauth.permission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.PermissionScope;
import dev.keyway.emulator.internal.stackauth.rules.Permissions;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.stackauth.StackAuthPermission;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;

/** {@code /team-permission-definitions} and {@code /project-permission-definitions}. */
public final class DefinitionRoutes implements RouteArea<StackAuthRouteBook> {
  @Inject
  DefinitionRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    add(book, PermissionScope.TEAM);
    add(book, PermissionScope.PROJECT);
  }

  private void add(StackAuthRouteBook book, PermissionScope scope) {
    String resource = "stackauth." + scope.wireName() + "-permission-definition.";
    book.on(resource + "list").adminOnly().asks().answers(call -> list(call, scope));
    book.on(resource + "create")
        .adminOnly()
        .asks()
        .takes(
            PermissionFields.ID.required(),
            PermissionFields.DESCRIPTION,
            PermissionFields.CONTAINED)
        .fails(KnownError.PERMISSION_ID_ALREADY_EXISTS, KnownError.CONTAINED_PERMISSION_NOT_FOUND)
        .answers(call -> create(call, scope));
    book.on(resource + "update")
        .adminOnly()
        .asks()
        .takes(PermissionFields.ID, PermissionFields.DESCRIPTION, PermissionFields.CONTAINED)
        .fails(
            KnownError.PERMISSION_NOT_FOUND,
            KnownError.PERMISSION_ID_ALREADY_EXISTS,
            KnownError.CONTAINED_PERMISSION_NOT_FOUND)
        .answers(call -> update(call, scope));
    book.on(resource + "delete")
        .adminOnly()
        .asks()
        .fails(KnownError.PERMISSION_NOT_FOUND)
        .answers(call -> delete(call, scope));
  }

  private static Response list(StackAuthCall call, PermissionScope scope) {
    return StackAuthResponses.list(
        Permissions.of(call.project().settings(), scope).stream()
            .map(DefinitionRoutes::view)
            .toList());
  }

  private static Response create(StackAuthCall call, PermissionScope scope) {
    StackAuthProject project = call.project();
    String id = call.get(PermissionFields.ID);
    requireFree(project, id);
    List<String> contained = call.find(PermissionFields.CONTAINED).orElse(List.of());
    requireKnown(project, scope, contained);
    StackAuthPermission made =
        new StackAuthPermission(
            id, call.find(PermissionFields.DESCRIPTION).orElse(null), sorted(contained));
    Definitions.add(project, scope, made);
    return StackAuthResponses.created(view(made));
  }

  private static Response update(StackAuthCall call, PermissionScope scope) {
    StackAuthProject project = call.project();
    StackAuthPermission old = named(call, scope);
    String id = call.find(PermissionFields.ID).orElse(old.id());
    if (!id.equals(old.id())) {
      requireFree(project, id);
    }
    List<String> contained = call.find(PermissionFields.CONTAINED).orElse(old.contains());
    requireKnown(project, scope, contained);
    String description =
        call.has(PermissionFields.DESCRIPTION)
            ? call.find(PermissionFields.DESCRIPTION).orElse(null)
            : old.description();
    StackAuthPermission changed = new StackAuthPermission(id, description, sorted(contained));
    Definitions.replace(project, scope, old.id(), changed);
    return StackAuthResponses.ok(view(changed));
  }

  private static Response delete(StackAuthCall call, PermissionScope scope) {
    Definitions.remove(call.project(), scope, named(call, scope).id());
    return StackAuthResponses.success();
  }

  /** The definition in the path; the service's own cannot be changed, so they are none. */
  private static StackAuthPermission named(StackAuthCall call, PermissionScope scope) {
    String id = call.path("permission_id");
    return scope.definedIn(call.project().settings()).stream()
        .filter(known -> known.id().equals(id))
        .findFirst()
        .orElseThrow(() -> KnownError.PERMISSION_NOT_FOUND.failure("permission_id", id));
  }

  private static void requireFree(StackAuthProject project, String id) {
    if (Permissions.scopeOf(project.settings(), id).isPresent()) {
      throw KnownError.PERMISSION_ID_ALREADY_EXISTS.failure("permission_id", id);
    }
  }

  private static void requireKnown(
      StackAuthProject project, PermissionScope scope, List<String> contained) {
    contained.stream()
        .filter(id -> !Permissions.exists(project.settings(), scope, id))
        .findFirst()
        .ifPresent(
            id -> {
              throw KnownError.CONTAINED_PERMISSION_NOT_FOUND.failure("permission_id", id);
            });
  }

  private static List<String> sorted(List<String> ids) {
    return List.copyOf(new TreeSet<>(ids));
  }

  private static ObjectNode view(StackAuthPermission permission) {
    ObjectNode json =
        Json.object().put("id", permission.id()).put("description", permission.description());
    sorted(permission.contains()).forEach(json.putArray("contained_permission_ids")::add);
    return json;
  }
}
