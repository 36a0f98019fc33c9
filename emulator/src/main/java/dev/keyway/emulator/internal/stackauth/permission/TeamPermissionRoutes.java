package dev.keyway.emulator.internal.stackauth.permission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.Events;
import dev.keyway.emulator.internal.stackauth.rules.PermissionScope;
import dev.keyway.emulator.internal.stackauth.rules.Permissions;
import dev.keyway.emulator.internal.stackauth.rules.TeamRules;
import dev.keyway.emulator.internal.stackauth.state.Membership;
import dev.keyway.emulator.internal.stackauth.state.Teams;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /team-permissions}: what members may do in their teams. */
public final class TeamPermissionRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> TEAM_ID = Fields.uuid("team_id");

  @Inject
  TeamPermissionRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.team-permission.list")
        .asks(
            TEAM_ID,
            PermissionFields.USER_ID,
            PermissionFields.PERMISSION_ID,
            PermissionFields.RECURSIVE)
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::list);
    book.on("stackauth.team-permission.grant")
        .serverOnly()
        .asks()
        .takes()
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.PERMISSION_NOT_FOUND,
            KnownError.WRONG_PERMISSION_SCOPE)
        .fails(TeamRules.MEMBER_ERRORS)
        .answers(this::grant);
    book.on("stackauth.team-permission.revoke")
        .serverOnly()
        .asks()
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER, KnownError.TEAM_PERMISSION_NOT_FOUND)
        .fails(TeamRules.MEMBER_ERRORS)
        .answers(this::revoke);
  }

  private Response list(StackAuthCall call) {
    Optional<String> userId = PermissionFields.readable(call);
    Optional<String> teamId = call.parameter(TEAM_ID).map(TeamRules::teamId);
    Teams teams = call.project().teams();
    List<Membership> found = teamId.map(teams::members).orElseGet(teams::memberships);
    return StackAuthResponses.list(
        found.stream()
            .filter(member -> userId.map(member.userId()::equals).orElse(true))
            .sorted(Comparator.comparing(Membership::teamId).thenComparing(Membership::userId))
            .flatMap(
                member ->
                    PermissionFields.asked(call, PermissionScope.TEAM, member.permissions())
                        .stream()
                        .map(id -> view(member, id)))
            .toList());
  }

  private Response grant(StackAuthCall call) {
    Membership member = member(call);
    String id = call.path("permission_id");
    Grants.requireGrantable(call.project(), PermissionScope.TEAM, id);
    List<String> all = new ArrayList<>(member.permissions());
    all.add(id);
    call.project().teams().put(member.granted(all));
    Events.teamPermissionGranted(call.project(), member, id);
    return StackAuthResponses.created(view(member, id));
  }

  private Response revoke(StackAuthCall call) {
    Membership member = member(call);
    String id = call.path("permission_id");
    if (!Permissions.direct(call.project(), PermissionScope.TEAM, member.permissions())
        .contains(id)) {
      throw KnownError.TEAM_PERMISSION_NOT_FOUND.failure(
          TeamRules.membership(member.teamId(), member.userId()).put("permission_id", id));
    }
    List<String> rest = new ArrayList<>(member.permissions());
    rest.remove(id);
    call.project().teams().put(member.granted(rest));
    Events.teamPermissionRevoked(call.project(), member, id);
    return StackAuthResponses.success();
  }

  private static Membership member(StackAuthCall call) {
    String userId = call.userId(call.path("user_id"));
    return TeamRules.requireMember(call.project(), TeamRules.teamId(call), userId);
  }

  private static ObjectNode view(Membership member, String id) {
    return Json.object()
        .put("id", id)
        .put("user_id", member.userId())
        .put("team_id", member.teamId());
  }
}
