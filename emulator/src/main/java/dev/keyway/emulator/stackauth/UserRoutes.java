package dev.keyway.emulator.stackauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Json;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code /users/me}, {@code /users/{user_id}} and the making of users. */
final class UserRoutes implements StackRoutes {
  private static final Pattern PICTURE =
      Pattern.compile("data:image/(png|jpg|jpeg|gif|bmp|webp);base64,.*", Pattern.DOTALL);

  @Inject
  UserRoutes() {}

  @Override
  public void addTo(StackRouteTable routes) {
    Schema none = Schema.object();
    routes.get("/users/me", "stackauth.user.get-me").query(none).answers(this::readMe);
    routes
        .patch("/users/me", "stackauth.user.update-me")
        .query(none)
        .body(UserFields.ofClient(), AccessType.CLIENT)
        .body(UserFields.ofServer(), AccessType.SERVER, AccessType.ADMIN)
        .answers(this::changeMe);
    routes.delete("/users/me", "stackauth.user.delete-me").query(none).answers(this::deleteMe);
    routes
        .post("/users", "stackauth.user.create")
        .serverOnly()
        .query(none)
        .body(UserFields.ofCreation())
        .answers(this::create);
    routes
        .get("/users/{user_id}", "stackauth.user.get")
        .serverOnly()
        .query(none)
        .answers(call -> StackAnswers.ok(UserView.server(call.project(), named(call))));
    routes
        .patch("/users/{user_id}", "stackauth.user.update")
        .serverOnly()
        .query(none)
        .body(UserFields.ofServer())
        .answers(this::change);
    routes
        .delete("/users/{user_id}", "stackauth.user.delete")
        .serverOnly()
        .query(none)
        .answers(call -> deleted(call, named(call)));
  }

  private Answer readMe(StackCall call) {
    return StackAnswers.ok(UserView.of(call.project(), call.me(), call.accessType()));
  }

  private Answer changeMe(StackCall call) {
    StackUser user = call.me();
    call.optionalText("profile_image_url")
        .filter(picture -> call.fromClient() && !PICTURE.matcher(picture).matches())
        .ifPresent(
            picture -> {
              throw StackFailure.text(400, "Invalid profile image URL");
            });
    requireRestriction(call);
    return changed(call, user, UserChange.read(call));
  }

  private Answer change(StackCall call) {
    requireRestriction(call);
    UserChange change = UserChange.read(call);
    return changed(call, named(call), change);
  }

  private static Answer changed(StackCall call, StackUser user, UserChange change) {
    StackAuthProject project = call.project();
    call.optionalText("selected_team_id")
        .ifPresent(
            team -> {
              // Nobody is in any team, as long as there are none.
              throw KnownError.TEAM_MEMBERSHIP_NOT_FOUND.failure(
                  Json.object().put("team_id", team).put("user_id", user.id()));
            });
    change.checkPrimaryEmail(user);
    change.checkMethods(user);
    change.applyTo(user);
    change.applyTotp(user);
    if (change.touchesPassword()) {
      project.sessions().revokeAll(user.id());
    }
    if (user.anonymous && call.body().has("is_anonymous")) {
      user.anonymous = false;
      user.createdAt(project.now());
    }
    return StackAnswers.ok(UserView.of(project, user, call.accessType()));
  }

  private Answer create(StackCall call) {
    StackAuthProject project = call.project();
    requireRestriction(call);
    UserChange change = UserChange.read(call);
    StackUser user = new StackUser(project.environment().random().uuid(), project.now());
    change.checkPrimaryEmail(user);
    List<OAuthAccount> accounts = new ArrayList<>();
    for (JsonNode account : call.body().path("oauth_providers")) {
      String provider = account.path("id").asText();
      if (!project.settings().oauthProviders().contains(provider)) {
        throw StackFailure.text(400, "OAuth provider " + provider + " not found");
      }
      accounts.add(
          OAuthAccount.of(
              project,
              provider,
              account.path("account_id").asText(),
              account.path("email").textValue()));
    }
    change.checkPassword();
    change.checkOtp(user);
    change.checkPasskey();
    user.anonymous = call.body().path("is_anonymous").booleanValue();
    project.people().add(user, List.of());
    accounts.forEach(account -> project.oauthAccounts().put(user, account));
    change.applyTo(user);
    return StackAnswers.created(UserView.server(project, user));
  }

  private Answer deleteMe(StackCall call) {
    StackUser user = call.me();
    if (call.fromClient() && !call.project().settings().clientUserDeletionEnabled()) {
      throw StackFailure.text(400, "Client user deletion is not enabled for this project");
    }
    return deleted(call, user);
  }

  private static Answer deleted(StackCall call, StackUser user) {
    call.project().sessions().revokeAll(user.id());
    call.project().passkeys().drop(user);
    call.project().people().remove(user);
    return StackAnswers.success();
  }

  private static StackUser named(StackCall call) {
    return call.project()
        .people()
        .byId(call.userId(call.path("user_id")))
        .orElseThrow(KnownError.USER_NOT_FOUND::failure);
  }

  /** Why somebody is restricted can only be said together with that they are. */
  private static void requireRestriction(StackCall call) {
    if (call.body().path("restricted_by_admin").booleanValue()) {
      return;
    }
    List<String> problems = new ArrayList<>();
    for (String field :
        List.of("restricted_by_admin_reason", "restricted_by_admin_private_details")) {
      if (call.body().hasNonNull(field)) {
        problems.add("body." + field + " requires body.restricted_by_admin to be true");
      }
    }
    if (!problems.isEmpty()) {
      throw StackEndpoint.schemaError(call.exchange(), problems);
    }
  }
}
