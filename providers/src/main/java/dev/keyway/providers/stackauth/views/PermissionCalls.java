package dev.keyway.providers.stackauth.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.CallOptions;
import dev.keyway.UserId;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stackauth.rules.Uuids;
import dev.keyway.providers.stackauth.server.PermissionId;
import dev.keyway.providers.stackauth.server.Permissions;
import dev.keyway.providers.stackauth.server.TeamId;
import dev.keyway.providers.stackauth.wire.PermissionApi;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link Permissions} by the routes of project and team permissions. */
final class PermissionCalls implements Permissions {

  private final ViewCalls calls;
  private final PermissionApi api;

  PermissionCalls(ViewCalls calls, PermissionApi api) {
    this.calls = calls;
    this.api = api;
  }

  @Override
  public Set<PermissionId> list(UserId user, boolean contained, CallOptions options) {
    notNull(user, "user");
    return calls.call(
        "stack-auth.permissions.list",
        options,
        () ->
            Uuids.isUuid(user.value())
                ? ids(user, api.held(user.value(), contained))
                : Set.<PermissionId>of());
  }

  @Override
  public void grant(UserId user, PermissionId permission, CallOptions options) {
    notNull(user, "user");
    notNull(permission, "permission");
    calls.run(
        "stack-auth.permissions.grant",
        options,
        () -> about(permission, api.grant(Ids.user(user), permission.value(), Map.of())));
  }

  @Override
  public void revoke(UserId user, PermissionId permission, CallOptions options) {
    notNull(user, "user");
    notNull(permission, "permission");
    calls.run(
        "stack-auth.permissions.revoke",
        options,
        () -> api.revoke(Ids.user(user), permission.value()));
  }

  @Override
  public Set<PermissionId> listInTeam(
      TeamId team, UserId user, boolean contained, CallOptions options) {
    notNull(team, "team");
    notNull(user, "user");
    return calls.call(
        "stack-auth.permissions.listInTeam",
        options,
        () ->
            Uuids.isUuid(user.value())
                ? ids(user, api.heldInTeam(team.value(), user.value(), contained))
                : Set.<PermissionId>of());
  }

  @Override
  public void grantInTeam(TeamId team, UserId user, PermissionId permission, CallOptions options) {
    notNull(team, "team");
    notNull(user, "user");
    notNull(permission, "permission");
    calls.run(
        "stack-auth.permissions.grantInTeam",
        options,
        () ->
            about(
                permission,
                api.grantInTeam(team.value(), Ids.user(user), permission.value(), Map.of())));
  }

  @Override
  public void revokeInTeam(TeamId team, UserId user, PermissionId permission, CallOptions options) {
    notNull(team, "team");
    notNull(user, "user");
    notNull(permission, "permission");
    calls.run(
        "stack-auth.permissions.revokeInTeam",
        options,
        () -> api.revokeInTeam(team.value(), Ids.user(user), permission.value()));
  }

  private static void about(PermissionId permission, PermissionApi.Permission now) {
    Answer.requireAbout(permission.value(), now.id());
  }

  private static Set<PermissionId> ids(UserId user, PermissionApi.Held held) {
    held.items().forEach(item -> Answer.requireAbout(user.value(), item.userId()));
    return Answer.read(
        () ->
            held.items().stream()
                .map(item -> PermissionId.of(item.id()))
                .collect(Collectors.toUnmodifiableSet()));
  }
}
