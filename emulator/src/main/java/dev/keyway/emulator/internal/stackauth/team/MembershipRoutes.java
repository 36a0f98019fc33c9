package dev.keyway.emulator.internal.stackauth.team;

import static dev.keyway.emulator.internal.stackauth.rules.Permissions.REMOVE_MEMBERS;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.Events;
import dev.keyway.emulator.internal.stackauth.rules.TeamRules;
import dev.keyway.emulator.internal.stackauth.state.Membership;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.Team;
import jakarta.inject.Inject;

/** {@code /team-memberships}. */
public final class MembershipRoutes implements RouteArea<StackAuthRouteBook> {
  @Inject
  MembershipRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.team-membership.create")
        .serverOnly()
        .asks()
        .takes()
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_NOT_FOUND,
            KnownError.TEAM_NOT_FOUND,
            KnownError.TEAM_MEMBERSHIP_ALREADY_EXISTS)
        .answers(this::create);
    book.on("stackauth.team-membership.delete")
        .asks()
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER, KnownError.TEAM_PERMISSION_REQUIRED)
        .fails(TeamRules.MEMBER_ERRORS)
        .answers(this::delete);
  }

  private Response create(StackAuthCall call) {
    StackAuthProject project = call.project();
    StackAuthUser user = TeamRules.requireUser(project, call.userId(call.path("user_id")));
    Team team = TeamRules.requireTeam(project, TeamRules.teamId(call));
    if (project.teams().membership(team.id(), user.id()).isPresent()) {
      throw KnownError.TEAM_MEMBERSHIP_ALREADY_EXISTS.failure();
    }
    TeamRules.join(project, team, user);
    return StackAuthResponses.created(TeamRules.membership(team.id(), user.id()));
  }

  private Response delete(StackAuthCall call) {
    StackAuthProject project = call.project();
    String teamId = TeamRules.teamId(call);
    String userId = call.userId(call.path("user_id"));
    // Everybody may leave.
    if (call.fromClient() && !call.me().id().equals(userId)) {
      TeamRules.requirePermission(project, teamId, call.me(), REMOVE_MEMBERS);
    }
    Membership member = TeamRules.requireMember(project, teamId, userId);
    TeamRules.leave(project, member);
    Events.memberLeft(project, member);
    return StackAuthResponses.success();
  }
}
