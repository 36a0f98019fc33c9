package dev.keyway.emulator.internal.stackauth.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.Membership;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.Team;
import java.util.List;

/**
 * The events that the service posts. What is not here sends none: passwords set or changed by their
 * owner, addresses, passkeys, linked accounts, and the membership of who makes a team.
 */
public final class Events {
  private Events() {}

  /** Told before the user gets a team of their own. */
  public static void userCreated(StackAuthProject project, StackAuthUser user) {
    send(project, "user.created", UserView.server(project, user));
  }

  public static void userUpdated(StackAuthProject project, StackAuthUser user) {
    send(project, "user.updated", UserView.server(project, user));
  }

  /**
   * A user is gone.
   *
   * @param memberships what they were in, gone with them
   */
  public static void userDeleted(
      StackAuthProject project, StackAuthUser user, List<Membership> memberships) {
    memberships.forEach(member -> memberLeft(project, member));
    ObjectNode data = Json.object().put("id", user.id());
    ArrayNode teams = data.putArray("teams");
    memberships.forEach(member -> teams.addObject().put("id", member.teamId()));
    send(project, "user.deleted", data);
  }

  public static void teamCreated(StackAuthProject project, Team team) {
    send(project, "team.created", TeamView.of(project, team, AccessType.SERVER));
  }

  public static void teamUpdated(StackAuthProject project, Team team) {
    send(project, "team.updated", TeamView.of(project, team, AccessType.SERVER));
  }

  /** Says nothing of those who were in it. */
  static void teamDeleted(StackAuthProject project, Team team) {
    send(project, "team.deleted", Json.object().put("id", team.id()));
  }

  /** A member, and then each permission that members are given. */
  static void memberJoined(StackAuthProject project, Membership member) {
    send(
        project, "team_membership.created", TeamRules.membership(member.teamId(), member.userId()));
    member.permissions().forEach(id -> teamPermissionGranted(project, member, id));
  }

  public static void memberLeft(StackAuthProject project, Membership member) {
    send(
        project, "team_membership.deleted", TeamRules.membership(member.teamId(), member.userId()));
  }

  public static void teamPermissionGranted(
      StackAuthProject project, Membership member, String permission) {
    send(project, "team_permission.created", permission(member, permission));
  }

  public static void teamPermissionRevoked(
      StackAuthProject project, Membership member, String permission) {
    send(project, "team_permission.deleted", permission(member, permission));
  }

  public static void projectPermissionGranted(
      StackAuthProject project, StackAuthUser user, String permission) {
    send(project, "project_permission.created", permission(user, permission));
  }

  public static void projectPermissionRevoked(
      StackAuthProject project, StackAuthUser user, String permission) {
    send(project, "project_permission.deleted", permission(user, permission));
  }

  private static ObjectNode permission(Membership member, String permission) {
    return Json.object()
        .put("id", permission)
        .put("team_id", member.teamId())
        .put("user_id", member.userId());
  }

  private static ObjectNode permission(StackAuthUser user, String permission) {
    return Json.object().put("id", permission).put("user_id", user.id());
  }

  private static void send(StackAuthProject project, String type, ObjectNode data) {
    ObjectNode body = Json.object().put("type", type);
    body.set("data", data);
    project.events().send(type, Json.write(body));
  }
}
