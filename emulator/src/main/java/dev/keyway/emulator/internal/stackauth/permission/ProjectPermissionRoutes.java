package dev.keyway.emulator.internal.stackauth.permission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.Events;
import dev.keyway.emulator.internal.stackauth.rules.PermissionScope;
import dev.keyway.emulator.internal.stackauth.rules.Permissions;
import dev.keyway.emulator.internal.stackauth.rules.TeamRules;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.User;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** {@code /project-permissions}: what users may do whatever their team. */
public final class ProjectPermissionRoutes implements RouteArea<StackAuthRouteBook> {
  @Inject
  ProjectPermissionRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.project-permission.list")
        .asks(PermissionFields.USER_ID, PermissionFields.PERMISSION_ID, PermissionFields.RECURSIVE)
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::list);
    book.on("stackauth.project-permission.grant")
        .serverOnly()
        .asks()
        .takes()
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_NOT_FOUND,
            KnownError.PERMISSION_NOT_FOUND,
            KnownError.WRONG_PERMISSION_SCOPE)
        .answers(this::grant);
    book.on("stackauth.project-permission.revoke")
        .serverOnly()
        .asks()
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_NOT_FOUND,
            KnownError.PERMISSION_NOT_FOUND)
        .answers(this::revoke);
  }

  private Response list(StackAuthCall call) {
    Optional<String> userId = PermissionFields.readable(call);
    return StackAuthResponses.list(
        call.project().users().all().stream()
            .filter(user -> userId.map(user.id()::equals).orElse(true))
            .sorted(Comparator.comparing(User::id))
            .flatMap(
                user ->
                    PermissionFields.asked(
                            call, PermissionScope.PROJECT, user.get(StackAuthUserRows.PERMISSIONS))
                        .stream()
                        .map(id -> view(user, id)))
            .toList());
  }

  private Response grant(StackAuthCall call) {
    StackAuthUser user = named(call);
    String id = call.path("permission_id");
    Grants.requireGrantable(call.project(), PermissionScope.PROJECT, id);
    Set<String> all = new HashSet<>(user.get(StackAuthUserRows.PERMISSIONS));
    all.add(id);
    user.set(StackAuthUserRows.PERMISSIONS, all);
    Events.projectPermissionGranted(call.project(), user, id);
    return StackAuthResponses.created(view(user, id));
  }

  private Response revoke(StackAuthCall call) {
    StackAuthUser user = named(call);
    String id = call.path("permission_id");
    Set<String> rest = new HashSet<>(user.get(StackAuthUserRows.PERMISSIONS));
    if (!Permissions.direct(call.project(), PermissionScope.PROJECT, rest).contains(id)) {
      throw KnownError.PERMISSION_NOT_FOUND.failure("permission_id", id);
    }
    rest.remove(id);
    user.set(StackAuthUserRows.PERMISSIONS, rest);
    Events.projectPermissionRevoked(call.project(), user, id);
    return StackAuthResponses.success();
  }

  private static StackAuthUser named(StackAuthCall call) {
    return TeamRules.requireUser(call.project(), call.userId(call.path("user_id")));
  }

  private static ObjectNode view(StackAuthUser user, String id) {
    return Json.object().put("id", id).put("user_id", user.id());
  }
}
