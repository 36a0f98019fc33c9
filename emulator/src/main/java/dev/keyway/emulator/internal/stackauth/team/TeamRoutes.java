package dev.keyway.emulator.internal.stackauth.team;

import static dev.keyway.emulator.internal.stackauth.rules.Permissions.DELETE_TEAM;
import static dev.keyway.emulator.internal.stackauth.rules.Permissions.UPDATE_TEAM;
import static dev.keyway.emulator.internal.stackauth.rules.TeamRules.requireTeam;
import static dev.keyway.emulator.internal.stackauth.rules.TeamRules.requireUser;

import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.protocol.UploadedPictures;
import dev.keyway.emulator.internal.stackauth.rules.Events;
import dev.keyway.emulator.internal.stackauth.rules.Pictures;
import dev.keyway.emulator.internal.stackauth.rules.TeamRules;
import dev.keyway.emulator.internal.stackauth.rules.TeamView;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.Team;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** {@code /teams}. */
public final class TeamRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> USER_ID = Fields.userId("user_id");

  /** Deprecated: {@code creator_user_id} stands for it. */
  private static final Field<String> ADD_CURRENT_USER =
      Field.choice("add_current_user", "true", "false");

  @Inject
  TeamRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.team.list")
        .asks(USER_ID)
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::list);
    book.on("stackauth.team.create")
        .asks(ADD_CURRENT_USER)
        .takes(TeamFields.CLIENT_CREATION, AccessType.CLIENT)
        .takes(TeamFields.SERVER_CREATION, AccessType.SERVER, AccessType.ADMIN)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_AUTHENTICATION_REQUIRED,
            KnownError.USER_NOT_FOUND)
        .answers(this::create);
    book.on("stackauth.team.get")
        .asks()
        .fails(
            KnownError.USER_AUTHENTICATION_REQUIRED,
            KnownError.TEAM_MEMBERSHIP_NOT_FOUND,
            KnownError.TEAM_NOT_FOUND)
        .answers(this::read);
    book.on("stackauth.team.update")
        .asks()
        .takes(TeamFields.CLIENT_CHANGE, AccessType.CLIENT)
        .takes(TeamFields.SERVER_CHANGE, AccessType.SERVER, AccessType.ADMIN)
        .fails(KnownError.USER_AUTHENTICATION_REQUIRED, KnownError.TEAM_NOT_FOUND)
        .fails(TeamRules.PERMISSION_ERRORS)
        .answers(this::update);
    book.on("stackauth.team.delete")
        .asks()
        .fails(KnownError.USER_AUTHENTICATION_REQUIRED, KnownError.TEAM_NOT_FOUND)
        .fails(TeamRules.PERMISSION_ERRORS)
        .answers(this::delete);
  }

  private Response list(StackAuthCall call) {
    Optional<String> userId = call.parameter(USER_ID).map(call::userId);
    if (call.fromClient() && !userId.equals(Optional.of(call.me().id()))) {
      throw StackAuthFailure.text(
          403,
          "Client can only list teams for their own user. user_id must be either \"me\" or the ID"
              + " of the current user");
    }
    List<Team> teams =
        userId.map(call.project().teams()::ofUser).orElseGet(call.project().teams()::all);
    return StackAuthResponses.list(
        teams.stream().map(team -> TeamView.of(call.project(), team, call.accessType())).toList());
  }

  private Response create(StackAuthCall call) {
    StackAuthProject project = call.project();
    // What "me" means is settled before anything is judged.
    Optional<String> named = call.find(TeamFields.CREATOR).map(call::userId);
    Optional<String> addsCurrent = call.parameter(ADD_CURRENT_USER);
    if (named.isPresent() && addsCurrent.isPresent()) {
      throw StackAuthFailure.text(
          400,
          "Cannot use both creator_user_id and add_current_user. add_current_user is deprecated,"
              + " please only use creator_user_id in the body.");
    }
    Optional<String> creatorId = call.fromClient() ? Optional.of(own(call, named)) : named;
    if (addsCurrent.filter("true"::equals).isPresent()) {
      creatorId = Optional.of(currentUser(call).id());
    }
    Optional<StackAuthUser> creator = creatorId.map(id -> requireUser(project, id));
    Attributes attributes =
        TeamFields.applied(
            call,
            StackAuthTeamRows.TEAM,
            Attributes.usual(StackAuthTeamRows.TEAM),
            Optional.empty());
    Team team = new Team(project.context().random().uuid(), project.now(), attributes);
    project.teams().put(team);
    creator.ifPresent(user -> TeamRules.joinAsCreator(project, team, user));
    Events.teamCreated(project, team);
    return StackAuthResponses.created(TeamView.of(call.project(), team, call.accessType()));
  }

  /** The id of the client's user, who is the only one that a client may make a team for. */
  private static String own(StackAuthCall call, Optional<String> named) {
    StackAuthUser user = user(call);
    if (!call.project().settings().clientTeamCreationEnabled()) {
      throw StackAuthFailure.text(403, "Client team creation is disabled for this project");
    }
    Pictures.requireUpload(call.find(TeamFields.UPLOADED_PICTURE));
    if (named.filter(id -> !id.equals(user.id())).isPresent()) {
      throw StackAuthFailure.text(
          403,
          "You cannot create a team as a user that is not yourself. Make sure you set the"
              + " creator_user_id to 'me'.");
    }
    return user.id();
  }

  private static StackAuthUser currentUser(StackAuthCall call) {
    return call.user()
        .orElseThrow(
            () ->
                StackAuthFailure.text(
                    401,
                    "You must be logged in to create a team with the current user as a member."));
  }

  private Response read(StackAuthCall call) {
    String id = TeamRules.teamId(call);
    if (call.fromClient()) {
      TeamRules.requireMember(call.project(), id, user(call).id());
    }
    return StackAuthResponses.ok(
        TeamView.of(call.project(), requireTeam(call.project(), id), call.accessType()));
  }

  private Response update(StackAuthCall call) {
    if (call.fromClient()) {
      Pictures.requireUpload(call.find(TeamFields.UPLOADED_PICTURE));
    }
    Team team = permitted(call, UPDATE_TEAM);
    Team changed =
        team.with(
            TeamFields.applied(
                call,
                StackAuthTeamRows.TEAM,
                team.attributes(),
                UploadedPictures.shown(call.project(), team)));
    call.project().teams().put(changed);
    Events.teamUpdated(call.project(), changed);
    return StackAuthResponses.ok(TeamView.of(call.project(), changed, call.accessType()));
  }

  private Response delete(StackAuthCall call) {
    TeamRules.remove(call.project(), permitted(call, DELETE_TEAM));
    return StackAuthResponses.success();
  }

  /** The team in the path, to which the caller may do something. */
  private static Team permitted(StackAuthCall call, String permission) {
    String id = TeamRules.teamId(call);
    if (call.fromClient()) {
      TeamRules.requirePermission(call.project(), id, user(call), permission);
    }
    return requireTeam(call.project(), id);
  }

  private static StackAuthUser user(StackAuthCall call) {
    return call.user().orElseThrow(KnownError.USER_AUTHENTICATION_REQUIRED::failure);
  }
}
