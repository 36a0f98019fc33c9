package dev.keyway.emulator.internal.stackauth.team;

import static dev.keyway.emulator.internal.stackauth.rules.Permissions.READ_MEMBERS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.protocol.UploadedPictures;
import dev.keyway.emulator.internal.stackauth.rules.TeamRules;
import dev.keyway.emulator.internal.stackauth.rules.UserView;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.Membership;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** {@code /team-member-profiles}: how users are shown in their teams. */
public final class ProfileRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> TEAM_ID = Fields.uuid("team_id");
  private static final Field<String> USER_ID = Fields.userId("user_id");

  @Inject
  ProfileRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.team-profile.list")
        .asks(TEAM_ID, USER_ID)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.TEAM_PERMISSION_REQUIRED,
            KnownError.TEAM_NOT_FOUND)
        .fails(TeamRules.MEMBER_ERRORS)
        .answers(this::list);
    book.on("stackauth.team-profile.get")
        .asks()
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER, KnownError.TEAM_PERMISSION_REQUIRED)
        .fails(TeamRules.MEMBER_ERRORS)
        .answers(this::read);
    book.on("stackauth.team-profile.update")
        .asks()
        .takes(TeamFields.CLIENT_PROFILE, AccessType.CLIENT)
        .takes(TeamFields.SERVER_PROFILE, AccessType.SERVER, AccessType.ADMIN)
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .fails(TeamRules.MEMBER_ERRORS)
        .answers(this::update);
  }

  private Response list(StackAuthCall call) {
    StackAuthProject project = call.project();
    Optional<String> teamId = call.parameter(TEAM_ID).map(TeamRules::teamId);
    Optional<String> userId = call.parameter(USER_ID).map(call::userId);
    if (call.fromClient()) {
      requireReader(call, teamId, userId);
    } else {
      teamId.ifPresent(id -> TeamRules.requireTeam(project, id));
      userId.ifPresent(id -> TeamRules.requireUser(project, id));
    }
    List<Membership> found =
        teamId.map(project.teams()::members).orElseGet(project.teams()::memberships);
    return StackAuthResponses.list(
        found.stream()
            .filter(member -> userId.map(member.userId()::equals).orElse(true))
            .map(member -> view(call, member))
            .toList());
  }

  private static void requireReader(
      StackAuthCall call, Optional<String> teamId, Optional<String> userId) {
    StackAuthUser me = call.me();
    String team =
        teamId.orElseThrow(
            () -> StackAuthFailure.text(400, "team_id is required for access type client"));
    if (userId.equals(Optional.of(me.id()))) {
      TeamRules.requireMember(call.project(), team, me.id());
    } else {
      TeamRules.requirePermission(call.project(), team, me, READ_MEMBERS);
    }
  }

  private Response read(StackAuthCall call) {
    String teamId = TeamRules.teamId(call);
    String userId = call.userId(call.path("user_id"));
    if (call.fromClient() && !call.me().id().equals(userId)) {
      TeamRules.requirePermission(call.project(), teamId, call.me(), READ_MEMBERS);
    }
    return StackAuthResponses.ok(
        view(call, TeamRules.requireMember(call.project(), teamId, userId)));
  }

  private Response update(StackAuthCall call) {
    String userId = call.userId(call.path("user_id"));
    if (call.fromClient() && !call.me().id().equals(userId)) {
      throw StackAuthFailure.text(403, "Cannot update another user's profile");
    }
    Membership member = TeamRules.requireMember(call.project(), TeamRules.teamId(call), userId);
    Membership changed =
        member.with(
            TeamFields.applied(
                call,
                StackAuthTeamRows.PROFILE,
                member.profile(),
                UploadedPictures.shown(call.project(), member)));
    call.project().teams().put(changed);
    return StackAuthResponses.ok(view(call, changed));
  }

  /** What is not set in the team is as it is with the user. */
  private static ObjectNode view(StackAuthCall call, Membership member) {
    StackAuthUser user = TeamRules.requireUser(call.project(), member.userId());
    ObjectNode json =
        TeamRules.membership(member.teamId(), member.userId())
            .put(
                "display_name",
                member
                    .profile()
                    .get(StackAuthTeamRows.PROFILE_NAME)
                    .or(() -> user.get(StackAuthUserRows.DISPLAY_NAME))
                    .orElse(null))
            .put(
                "profile_image_url",
                UploadedPictures.shown(call.project(), member)
                    .or(() -> UploadedPictures.shown(call.project(), user))
                    .orElse(null));
    if (!call.fromClient()) {
      json.set("user", UserView.server(call.project(), user));
    }
    return json;
  }
}
