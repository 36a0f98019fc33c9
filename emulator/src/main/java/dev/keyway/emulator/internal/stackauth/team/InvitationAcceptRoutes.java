package dev.keyway.emulator.internal.stackauth.team;

import static dev.keyway.emulator.internal.stackauth.rules.VerificationCodes.CODE;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.TeamRules;
import dev.keyway.emulator.internal.stackauth.rules.VerificationCodes;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.Team;
import dev.keyway.emulator.internal.state.OneTimeCode;
import jakarta.inject.Inject;

/** {@code /team-invitations/accept} and {@code /team-invitations/{id}/accept}. */
public final class InvitationAcceptRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> USER_ID = Fields.userId("user_id");

  @Inject
  InvitationAcceptRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.team-invitation.accept")
        .takes(CODE.required())
        .fails(VerificationCodes.ERRORS)
        .fails(
            KnownError.USER_AUTHENTICATION_REQUIRED,
            KnownError.TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED,
            KnownError.TEAM_NOT_FOUND)
        .answers(this::accept);
    book.on("stackauth.team-invitation.check-code")
        .takes(CODE.required())
        .fails(VerificationCodes.ERRORS)
        .answers(
            call ->
                VerificationCodes.checkAnswer(call.project(), TeamInvitation.KIND, call.get(CODE)));
    book.on("stackauth.team-invitation.details")
        .takes(CODE.required())
        .fails(VerificationCodes.ERRORS)
        .fails(
            KnownError.USER_AUTHENTICATION_REQUIRED,
            KnownError.TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED,
            KnownError.TEAM_NOT_FOUND)
        .answers(this::details);
    book.on("stackauth.team-invitation.accept-by-id")
        .asks(USER_ID.required())
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED,
            KnownError.VERIFICATION_CODE_NOT_FOUND,
            KnownError.TEAM_NOT_FOUND)
        .answers(this::acceptById);
  }

  /** Whoever holds the code may accept: the address that it went to plays no part. */
  private Response accept(StackAuthCall call) {
    StackAuthProject project = call.project();
    TeamInvitation invitation =
        VerificationCodes.use(project, TeamInvitation.KIND, call.get(CODE)).facts();
    join(project, invitation, unrestricted(call));
    return StackAuthResponses.ok(Json.object());
  }

  private Response details(StackAuthCall call) {
    StackAuthProject project = call.project();
    TeamInvitation invitation =
        VerificationCodes.check(project, TeamInvitation.KIND, call.get(CODE)).facts();
    StackAuthUser unused = unrestricted(call);
    Team team = TeamRules.requireTeam(project, invitation.teamId());
    return StackAuthResponses.ok(
        Json.object()
            .put("team_id", team.id())
            .put("team_display_name", team.get(StackAuthTeamRows.NAME)));
  }

  private Response acceptById(StackAuthCall call) {
    StackAuthProject project = call.project();
    String userId = call.userId(call.parameter(USER_ID).orElseThrow());
    if (call.fromClient()) {
      if (!call.me().id().equals(userId)) {
        throw KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER.failure();
      }
      requireUnrestricted(project, call.me());
    }
    OneTimeCode<TeamInvitation> code =
        TeamInvitation.living(project)
            .filter(living -> living.facts().id().equalsIgnoreCase(call.path("id")))
            .findFirst()
            .orElseThrow(() -> unknown("No such invitation waits for an answer in this project."));
    StackAuthUser user =
        project
            .users()
            .byId(userId)
            .filter(found -> InvitationRoutes.reads(found, code.facts().email()))
            .orElseThrow(
                () ->
                    unknown(
                        "The user has no verified address that is exactly the one that the"
                            + " invitation went to."));
    join(project, code.facts(), user);
    VerificationCodes.spend(code);
    return StackAuthResponses.ok(Json.object());
  }

  private static RuntimeException unknown(String cause) {
    return KnownError.VERIFICATION_CODE_NOT_FOUND.failure().because(cause);
  }

  private static StackAuthUser unrestricted(StackAuthCall call) {
    StackAuthUser user = call.user().orElseThrow(KnownError.USER_AUTHENTICATION_REQUIRED::failure);
    requireUnrestricted(call.project(), user);
    return user;
  }

  private static void requireUnrestricted(StackAuthProject project, StackAuthUser user) {
    project
        .restrictedReason(user)
        .ifPresent(
            reason -> {
              throw KnownError.TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED.failure(
                  Json.object().set("restricted_reason", reason.json()));
            });
  }

  /** Who is in the team already stays what they are there. */
  private static void join(
      StackAuthProject project, TeamInvitation invitation, StackAuthUser user) {
    Team team = TeamRules.requireTeam(project, invitation.teamId());
    if (project.teams().membership(team.id(), user.id()).isEmpty()) {
      TeamRules.join(project, team, user);
    }
  }
}
