package dev.keyway.emulator.internal.stackauth.password;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.Rules;
import dev.keyway.emulator.internal.stackauth.protocol.Schema;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.protocol.StringRule;
import dev.keyway.emulator.internal.stackauth.rules.PasswordRules;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import jakarta.inject.Inject;
import java.util.Optional;

/** {@code /auth/password/set} and {@code /auth/password/update}: what signed-in users do. */
public final class PasswordChangeRoutes implements RouteArea<StackAuthRouteBook> {
  @Inject
  PasswordChangeRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    StringRule password = Rules.string().maxLength(PasswordRules.MAX_LENGTH);
    book.on("stackauth.password.set")
        .withUser()
        .body(Schema.object().required("password", password))
        .fails(KnownError.PASSWORD_AUTHENTICATION_NOT_ENABLED, KnownError.PASSWORD_TOO_SHORT)
        .answers(this::set);
    book.on("stackauth.password.update")
        .withUser()
        .body(Schema.object().required("old_password", password).required("new_password", password))
        .fails(
            KnownError.PASSWORD_AUTHENTICATION_NOT_ENABLED,
            KnownError.PASSWORD_TOO_SHORT,
            KnownError.USER_DOES_NOT_HAVE_PASSWORD,
            KnownError.PASSWORD_CONFIRMATION_MISMATCH)
        .answers(this::update);
  }

  private Response set(StackAuthCall call) {
    StackAuthProject project = call.project();
    StackAuthUser user = call.me();
    PasswordRules.requireEnabled(project);
    PasswordRules.requireLength(call.text("password"));
    if (user.password().isPresent()) {
      throw StackAuthFailure.text(400, "User already has a password set.");
    }
    user.password(PasswordRules.hashed(project, call.text("password")));
    return StackAuthResponses.success();
  }

  private Response update(StackAuthCall call) {
    StackAuthProject project = call.project();
    StackAuthUser user = call.me();
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
    return StackAuthResponses.success();
  }
}
