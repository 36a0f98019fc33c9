package dev.keyway.emulator.internal.stackauth.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthEndpoint;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.Events;
import dev.keyway.emulator.internal.stackauth.rules.Pictures;
import dev.keyway.emulator.internal.stackauth.rules.SignUps;
import dev.keyway.emulator.internal.stackauth.rules.TeamRules;
import dev.keyway.emulator.internal.stackauth.rules.UserView;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.Membership;
import dev.keyway.emulator.internal.stackauth.state.OAuthAccount;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** {@code /users/me}, {@code /users/{user_id}} and the making of users. */
public final class UserRoutes implements RouteArea<StackAuthRouteBook> {
  @Inject
  UserRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.user.get-me")
        .asks()
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::readMe);
    book.on("stackauth.user.update-me")
        .asks()
        .takes(UserFields.OF_CLIENT, AccessType.CLIENT)
        .takes(UserFields.OF_SERVER, AccessType.SERVER, AccessType.ADMIN)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_EMAIL_ALREADY_EXISTS,
            KnownError.TEAM_MEMBERSHIP_NOT_FOUND)
        .breaksOn("a password for a user without a primary e-mail")
        .answers(this::changeMe);
    book.on("stackauth.user.delete-me")
        .asks()
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::deleteMe);
    book.on("stackauth.user.create")
        .serverOnly()
        .asks()
        .takes(UserFields.OF_CREATION)
        .fails(KnownError.USER_EMAIL_ALREADY_EXISTS)
        .breaksOn("a password for a user without a primary e-mail")
        .answers(this::create);
    book.on("stackauth.user.get")
        .serverOnly()
        .asks()
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER, KnownError.USER_NOT_FOUND)
        .answers(call -> StackAuthResponses.ok(UserView.server(call.project(), named(call))));
    book.on("stackauth.user.update")
        .serverOnly()
        .asks()
        .takes(UserFields.OF_SERVER)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_NOT_FOUND,
            KnownError.USER_EMAIL_ALREADY_EXISTS,
            KnownError.TEAM_MEMBERSHIP_NOT_FOUND)
        .breaksOn("a password for a user without a primary e-mail")
        .answers(this::change);
    book.on("stackauth.user.delete")
        .serverOnly()
        .asks()
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER, KnownError.USER_NOT_FOUND)
        .answers(call -> deleted(call, named(call)));
  }

  private Response readMe(StackAuthCall call) {
    return StackAuthResponses.ok(UserView.of(call.project(), call.me(), call.accessType()));
  }

  private Response changeMe(StackAuthCall call) {
    StackAuthUser user = call.me();
    if (call.fromClient()) {
      Pictures.requireUpload(call.find(UserFields.UPLOADED_PICTURE));
    }
    requireRestriction(call);
    return changed(call, user, UserChange.read(call));
  }

  private Response change(StackAuthCall call) {
    requireRestriction(call);
    UserChange change = UserChange.read(call);
    return changed(call, named(call), change);
  }

  private static Response changed(StackAuthCall call, StackAuthUser user, UserChange change) {
    StackAuthProject project = call.project();
    call.find(UserFields.SELECTED_TEAM)
        .ifPresent(
            team -> {
              if (project.teams().membership(team, user.id()).isEmpty()) {
                throw KnownError.TEAM_MEMBERSHIP_NOT_FOUND.failure(
                    TeamRules.membership(team, user.id()));
              }
            });
    change.checkPrimaryEmail(user);
    change.checkMethods(user);
    change.applyTo(user);
    change.applyTotp(user);
    if (change.touchesPassword()) {
      project.sessions().revokeAll(user.id());
    }
    if (user.anonymous && call.has(UserFields.NO_LONGER_ANONYMOUS)) {
      SignUps.upgrade(project, user);
    }
    Events.userUpdated(project, user);
    return StackAuthResponses.ok(UserView.of(project, user, call.accessType()));
  }

  private Response create(StackAuthCall call) {
    StackAuthProject project = call.project();
    requireRestriction(call);
    UserChange change = UserChange.read(call);
    StackAuthUser user = new StackAuthUser(project.context().random().uuid(), project.now());
    change.checkPrimaryEmail(user);
    List<OAuthAccount> accounts = new ArrayList<>();
    for (Values account : call.find(UserFields.ACCOUNTS).orElse(List.of())) {
      String provider = account.get(UserFields.PROVIDER);
      if (!project.settings().oauthProviders().contains(provider)) {
        throw StackAuthFailure.text(400, "OAuth provider " + provider + " not found");
      }
      accounts.add(
          OAuthAccount.of(
              project,
              provider,
              account.get(UserFields.ACCOUNT_ID),
              account.find(UserFields.ACCOUNT_EMAIL).orElse(null)));
    }
    change.checkPassword();
    change.checkOtp(user);
    change.checkPasskey();
    user.anonymous = call.isSet(UserFields.ANONYMOUS);
    project.users().add(user, List.of());
    accounts.forEach(account -> project.oauthAccounts().put(user, account));
    change.applyTo(user);
    ObjectNode made = UserView.server(project, user);
    // The service shows the user as they were before they got a team.
    SignUps.begin(project, user);
    return StackAuthResponses.created(made);
  }

  private Response deleteMe(StackAuthCall call) {
    StackAuthUser user = call.me();
    if (call.fromClient() && !call.project().settings().clientUserDeletionEnabled()) {
      throw StackAuthFailure.text(400, "Client user deletion is not enabled for this project");
    }
    return deleted(call, user);
  }

  private static Response deleted(StackAuthCall call, StackAuthUser user) {
    call.project().sessions().revokeAll(user.id());
    call.project().passkeys().drop(user);
    List<Membership> memberships = call.project().teams().memberships(user.id());
    memberships.forEach(call.project().teams()::remove);
    call.project().users().remove(user);
    Events.userDeleted(call.project(), user, memberships);
    return StackAuthResponses.success();
  }

  private static StackAuthUser named(StackAuthCall call) {
    return call.project()
        .users()
        .byId(call.userId(call.path("user_id")))
        .orElseThrow(KnownError.USER_NOT_FOUND::failure);
  }

  /** Why somebody is restricted can only be said together with that they are. */
  private static void requireRestriction(StackAuthCall call) {
    if (call.isSet(UserFields.RESTRICTED)) {
      return;
    }
    List<String> problems = new ArrayList<>();
    for (Field<String> field :
        List.of(UserFields.RESTRICTED_REASON, UserFields.RESTRICTED_DETAILS)) {
      if (call.find(field).isPresent()) {
        problems.add("body." + field.name() + " requires body.restricted_by_admin to be true");
      }
    }
    if (!problems.isEmpty()) {
      throw StackAuthEndpoint.schemaError(call.request(), problems);
    }
  }
}
