package dev.keyway.emulator.internal.stackauth.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.state.Membership;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.Team;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who is in which team, and may do what there. */
public final class TeamRules {
  /** What {@link #requireMember} refuses with. */
  public static final Set<KnownError> MEMBER_ERRORS =
      Set.of(KnownError.USER_NOT_FOUND, KnownError.TEAM_MEMBERSHIP_NOT_FOUND);

  /** What {@link #requirePermission} refuses with where it is about the user on the request. */
  public static final Set<KnownError> PERMISSION_ERRORS =
      Set.of(KnownError.TEAM_MEMBERSHIP_NOT_FOUND, KnownError.TEAM_PERMISSION_REQUIRED);

  private TeamRules() {}

  /** The team id in a path. Ids may be in any case. */
  public static String teamId(StackAuthCall call) {
    return teamId(call.path("team_id"));
  }

  /** A team id as it is kept. Ids may be in any case. */
  public static String teamId(String named) {
    return named.toLowerCase(Locale.ROOT);
  }

  public static StackAuthUser requireUser(StackAuthProject project, String userId) {
    return project.users().byId(userId).orElseThrow(KnownError.USER_NOT_FOUND::failure);
  }

  public static Team requireTeam(StackAuthProject project, String teamId) {
    return project
        .teams()
        .byId(teamId)
        .orElseThrow(() -> KnownError.TEAM_NOT_FOUND.failure("team_id", teamId));
  }

  /** The membership of a user in a team. A team that does not exist has no members. */
  public static Membership requireMember(StackAuthProject project, String teamId, String userId) {
    requireUser(project, userId);
    return project
        .teams()
        .membership(teamId, userId)
        .orElseThrow(
            () -> KnownError.TEAM_MEMBERSHIP_NOT_FOUND.failure(membership(teamId, userId)));
  }

  /** The membership of a user who may do something in the team. */
  public static void requirePermission(
      StackAuthProject project, String teamId, StackAuthUser user, String permission) {
    Membership member = requireMember(project, teamId, user.id());
    if (!Permissions.effective(project, PermissionScope.TEAM, member.permissions())
        .contains(permission)) {
      throw KnownError.TEAM_PERMISSION_REQUIRED.failure(
          membership(teamId, user.id()).put("permission_id", permission));
    }
  }

  /** Makes a user a member, with what is granted to those who join. */
  public static void join(StackAuthProject project, Team team, StackAuthUser user) {
    Events.memberJoined(
        project, join(project, team, user, project.settings().teamMemberPermissions()));
  }

  /** Makes a user a member, with what is granted to those who make a team. */
  public static void joinAsCreator(StackAuthProject project, Team team, StackAuthUser user) {
    join(project, team, user, project.settings().teamCreatorPermissions());
  }

  private static Membership join(
      StackAuthProject project, Team team, StackAuthUser user, List<String> granted) {
    Membership member =
        new Membership(
            team.id(),
            user.id(),
            project.now(),
            Attributes.usual(StackAuthTeamRows.PROFILE),
            List.copyOf(Permissions.direct(project, PermissionScope.TEAM, granted)));
    project.teams().put(member);
    return member;
  }

  /** Ends a membership. */
  public static void leave(StackAuthProject project, Membership membership) {
    project.teams().remove(membership);
    project.users().byId(membership.userId()).ifPresent(user -> deselect(user, membership));
  }

  /** Removes a team, and everybody from it. */
  public static void remove(StackAuthProject project, Team team) {
    project.teams().members(team.id()).forEach(member -> leave(project, member));
    project.teams().remove(team);
    Events.teamDeleted(project, team);
  }

  private static void deselect(StackAuthUser user, Membership membership) {
    if (user.get(StackAuthUserRows.SELECTED_TEAM_ID).equals(Optional.of(membership.teamId()))) {
      user.set(StackAuthUserRows.SELECTED_TEAM_ID, Optional.empty());
    }
  }

  /** The details of what is told of a membership. */
  public static ObjectNode membership(String teamId, String userId) {
    return Json.object().put("team_id", teamId).put("user_id", userId);
  }
}
