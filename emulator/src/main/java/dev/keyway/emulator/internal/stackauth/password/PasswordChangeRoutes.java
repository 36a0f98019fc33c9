package dev.keyway.emulator.internal.stackauth.password;

import static dev.keyway.emulator.internal.stackauth.rules.PasswordRules.PASSWORD;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.PasswordRules;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import jakarta.inject.Inject;
import java.util.Optional;

/** {@code /auth/password/set} and {@code /auth/password/update}: what signed-in users do. */
public final class PasswordChangeRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> OLD_PASSWORD =
      Field.text("old_password").length(0, PasswordRules.MAX_LENGTH);
  private static final Field<String> NEW_PASSWORD =
      Field.text("new_password").length(0, PasswordRules.MAX_LENGTH);

  @Inject
  PasswordChangeRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.password.set")
        .withUser()
        .takes(PASSWORD.required())
        .fails(KnownError.PASSWORD_AUTHENTICATION_NOT_ENABLED, KnownError.PASSWORD_TOO_SHORT)
        .answers(this::set);
    book.on("stackauth.password.update")
        .withUser()
        .takes(OLD_PASSWORD.required(), NEW_PASSWORD.required())
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
    PasswordRules.requireLength(call.get(PASSWORD));
    if (user.password().isPresent()) {
      throw StackAuthFailure.text(400, "User already has a password set.")
          .meaning("PASSWORD_ALREADY_SET");
    }
    user.password(PasswordRules.hashed(project, call.get(PASSWORD)));
    return StackAuthResponses.success();
  }

  private Response update(StackAuthCall call) {
    StackAuthProject project = call.project();
    StackAuthUser user = call.me();
    PasswordRules.requireEnabled(project);
    PasswordRules.requireLength(call.get(NEW_PASSWORD));
    if (user.password().isEmpty()) {
      throw KnownError.USER_DOES_NOT_HAVE_PASSWORD.failure();
    }
    if (!PasswordRules.knows(user, call.get(OLD_PASSWORD))) {
      throw KnownError.PASSWORD_CONFIRMATION_MISMATCH.failure();
    }
    user.password(PasswordRules.hashed(project, call.get(NEW_PASSWORD)));
    // Without this header not even the caller's own session is spared.
    Optional<String> kept = call.headers().get("refresh-token");
    project
        .sessions()
        .revokeAll(user.id(), session -> kept.filter(session.token()::equals).isEmpty());
    return StackAuthResponses.success();
  }
}
