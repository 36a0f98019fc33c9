package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.http.Answer;
import jakarta.inject.Inject;
import java.util.Optional;

/** {@code /auth/password/set} and {@code /auth/password/update}: what signed-in users do. */
final class PasswordChangeRoutes implements StackRoutes {
  @Inject
  PasswordChangeRoutes() {}

  @Override
  public void addTo(StackRouteTable routes) {
    StringRule password = Rules.string().maxLength(PasswordRules.MAX_LENGTH);
    routes
        .post("/auth/password/set", "stackauth.password.set")
        .withUser()
        .body(Schema.object().required("password", password))
        .answers(this::set);
    routes
        .post("/auth/password/update", "stackauth.password.update")
        .withUser()
        .body(Schema.object().required("old_password", password).required("new_password", password))
        .answers(this::update);
  }

  private Answer set(StackCall call) {
    StackAuthProject project = call.project();
    StackUser user = call.me();
    PasswordRules.requireEnabled(project);
    PasswordRules.requireLength(call.text("password"));
    if (user.password().isPresent()) {
      throw StackFailure.text(400, "User already has a password set.");
    }
    user.password(PasswordRules.hashed(project, call.text("password")));
    return StackAnswers.success();
  }

  private Answer update(StackCall call) {
    StackAuthProject project = call.project();
    StackUser user = call.me();
    PasswordRules.requireEnabled(project);
    PasswordRules.requireLength(call.text("new_password"));
    if (user.password().isEmpty()) {
      throw KnownError.USER_DOES_NOT_HAVE_PASSWORD.failure();
    }
    if (!PasswordRules.knows(user, call.text("old_password"))) {
      throw KnownError.PASSWORD_CONFIRMATION_MISMATCH.failure();
    }
    user.password(PasswordRules.hashed(project, call.text("new_password")));
    // Without this header not even the caller's own session is spared.
    Optional<String> kept = call.headers().get("refresh-token");
    project
        .sessions()
        .revokeAll(user.id(), session -> kept.filter(session.token()::equals).isEmpty());
    return StackAnswers.success();
  }
}
