package dev.keyway.emulator.internal.stackauth.team;

import static dev.keyway.emulator.internal.stackauth.rules.Permissions.INVITE_MEMBERS;
import static dev.keyway.emulator.internal.stackauth.rules.Permissions.READ_MEMBERS;
import static dev.keyway.emulator.internal.stackauth.rules.Permissions.REMOVE_MEMBERS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.Mails;
import dev.keyway.emulator.internal.stackauth.rules.RedirectRules;
import dev.keyway.emulator.internal.stackauth.rules.TeamRules;
import dev.keyway.emulator.internal.stackauth.rules.VerificationCodes;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.Team;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.OneTimeCode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /team-invitations}: sending, listing and taking back. */
public final class InvitationRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> TEAM_ID = Fields.uuid("team_id");
  private static final Field<String> USER_ID = Fields.userId("user_id");
  private static final Field<String> EMAIL = Fields.email("email");
  private static final Field<String> CALLBACK = Fields.url("callback_url");

  @Inject
  InvitationRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.team-invitation.send")
        .takes(TEAM_ID.required(), EMAIL.required(), CALLBACK.required())
        .fails(KnownError.USER_AUTHENTICATION_REQUIRED, KnownError.REDIRECT_URL_NOT_WHITELISTED)
        .fails(TeamRules.PERMISSION_ERRORS)
        .breaksOn("a team that does not exist")
        .answers(this::send);
    book.on("stackauth.team-invitation.list")
        .asks(TEAM_ID, USER_ID)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_NOT_FOUND,
            KnownError.TEAM_NOT_FOUND)
        .fails(TeamRules.PERMISSION_ERRORS)
        .answers(this::list);
    book.on("stackauth.team-invitation.delete")
        .asks(TEAM_ID, USER_ID)
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER, KnownError.TEAM_NOT_FOUND)
        .fails(TeamRules.PERMISSION_ERRORS)
        .breaksOn("an invitation that does not exist")
        .answers(this::delete);
  }

  private Response send(StackAuthCall call) {
    StackAuthProject project = call.project();
    String teamId = TeamRules.teamId(call.get(TEAM_ID));
    if (call.fromClient()) {
      StackAuthUser user =
          call.user().orElseThrow(KnownError.USER_AUTHENTICATION_REQUIRED::failure);
      TeamRules.requirePermission(project, teamId, user, INVITE_MEMBERS);
    }
    RedirectRules.requireTrusted(project, call.get(CALLBACK));
    Team team =
        project
            .teams()
            .byId(teamId)
            .orElseThrow(() -> StackAuthFailure.uncaught("There is no such team."));
    TeamInvitation invitation =
        new TeamInvitation(project.context().random().uuid(), teamId, call.get(EMAIL));
    OneTimeCode<TeamInvitation> code =
        VerificationCodes.issue(
            project, TeamInvitation.KIND, VerificationCodes.MAIL_LIFE, invitation);
    Mails.invitation(
        project, team, invitation.email(), VerificationCodes.link(call.get(CALLBACK), code), code);
    return StackAuthResponses.ok(Json.object().put("success", true).put("id", invitation.id()));
  }

  private Response list(StackAuthCall call) {
    StackAuthProject project = call.project();
    Optional<String> teamId = call.parameter(TEAM_ID).map(TeamRules::teamId);
    Optional<String> userId = call.parameter(USER_ID).map(call::userId);
    if (teamId.isPresent() && userId.isPresent()) {
      throw StackAuthFailure.text(400, "Cannot specify both team_id and user_id");
    }
    if (teamId.isPresent()) {
      requireReader(call, teamId.get());
    }
    Stream<OneTimeCode<TeamInvitation>> found =
        teamId.isPresent()
            ? TeamInvitation.living(project)
                .filter(code -> code.facts().teamId().equals(teamId.get()))
            : toUser(
                call,
                userId.orElseThrow(
                    () -> StackAuthFailure.text(400, "Must specify either team_id or user_id")));
    return StackAuthResponses.list(found.flatMap(code -> view(project, code).stream()).toList());
  }

  private static void requireReader(StackAuthCall call, String teamId) {
    if (call.fromClient()) {
      StackAuthUser me = call.me();
      for (String permission : List.of(READ_MEMBERS, INVITE_MEMBERS)) {
        TeamRules.requirePermission(call.project(), teamId, me, permission);
      }
    } else {
      TeamRules.requireTeam(call.project(), teamId);
    }
  }

  /** Those that went to an address that the user has proved to read. */
  private static Stream<OneTimeCode<TeamInvitation>> toUser(StackAuthCall call, String userId) {
    if (call.fromClient() && !call.me().id().equals(userId)) {
      throw KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER.failure();
    }
    StackAuthUser user = TeamRules.requireUser(call.project(), userId);
    return TeamInvitation.living(call.project()).filter(code -> reads(user, code.facts().email()));
  }

  /** Whether a user has proved to read an address. */
  static boolean reads(StackAuthUser user, String email) {
    return user.addresses(Address.Kind.EMAIL).stream()
        .anyMatch(address -> address.verified() && address.value().equals(email));
  }

  private Response delete(StackAuthCall call) {
    StackAuthProject project = call.project();
    String teamId =
        call.parameter(TEAM_ID)
            .map(TeamRules::teamId)
            .orElseThrow(
                () ->
                    StackAuthFailure.text(
                        400, "team_id is required for deleting a team invitation"));
    if (call.fromClient()) {
      TeamRules.requirePermission(project, teamId, call.me(), REMOVE_MEMBERS);
    } else {
      TeamRules.requireTeam(project, teamId);
    }
    // The service asks for the team and does not look whether the invitation is one to it.
    project
        .codes()
        .forget(
            TeamInvitation.find(project, call.path("id"))
                .orElseThrow(() -> StackAuthFailure.uncaught("There is no such invitation.")));
    return StackAuthResponses.success();
  }

  /** Empty if its team is gone. */
  private static Optional<ObjectNode> view(
      StackAuthProject project, OneTimeCode<TeamInvitation> code) {
    TeamInvitation invitation = code.facts();
    return project
        .teams()
        .byId(invitation.teamId())
        .map(
            team ->
                Json.object()
                    .put("id", invitation.id())
                    .put("team_id", team.id())
                    .put("team_display_name", team.get(StackAuthTeamRows.NAME))
                    .put("expires_at_millis", code.expiresAt().toEpochMilli())
                    .put("recipient_email", invitation.email()));
  }
}
