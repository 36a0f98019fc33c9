package dev.keyway.emulator.internal.stackauth.password;

import static dev.keyway.emulator.internal.stackauth.rules.PasswordRules.PASSWORD;
import static dev.keyway.emulator.internal.stackauth.rules.VerificationCodes.CODE;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.Emails;
import dev.keyway.emulator.internal.stackauth.rules.Events;
import dev.keyway.emulator.internal.stackauth.rules.Mails;
import dev.keyway.emulator.internal.stackauth.rules.PasswordRules;
import dev.keyway.emulator.internal.stackauth.rules.RedirectRules;
import dev.keyway.emulator.internal.stackauth.rules.VerificationCodes;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import jakarta.inject.Inject;

/** {@code /auth/password/send-reset-code} and {@code /auth/password/reset}. */
public final class PasswordResetRoutes implements RouteArea<StackAuthRouteBook> {
  private static final CodeKind<Reset> RESET = new CodeKind<>("PASSWORD_RESET");

  private static final Field<String> EMAIL = Fields.email("email");
  private static final Field<String> CALLBACK = Fields.url("callback_url");

  /** Who may choose a new password. */
  private record Reset(String userId) {}

  @Inject
  PasswordResetRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.password.send-reset-code")
        .takes(EMAIL.required(), CALLBACK.required())
        .fails(
            KnownError.PASSWORD_AUTHENTICATION_NOT_ENABLED, KnownError.REDIRECT_URL_NOT_WHITELISTED)
        .answers(this::send);
    book.on("stackauth.password.reset")
        .takes(CODE.required(), PASSWORD.required())
        .fails(
            KnownError.USER_NOT_FOUND,
            KnownError.PASSWORD_AUTHENTICATION_NOT_ENABLED,
            KnownError.PASSWORD_TOO_SHORT)
        .fails(VerificationCodes.ERRORS)
        .answers(this::reset);
    book.on("stackauth.password.check-reset-code")
        .takes(CODE.required())
        .fails(VerificationCodes.ERRORS)
        .answers(call -> VerificationCodes.checkAnswer(call.project(), RESET, call.get(CODE)));
  }

  private Response send(StackAuthCall call) {
    StackAuthProject project = call.project();
    PasswordRules.requireEnabled(project);
    // The service looks at the callback only when it knows the address, and so tells which it
    // knows. For an unknown one it also waits two or three seconds, which no test needs.
    Emails.owner(project, call.get(EMAIL))
        .ifPresent(user -> mail(project, user, call.get(EMAIL), call.get(CALLBACK)));
    return StackAuthResponses.ok(
        Json.object().put("success", "maybe, only if user with e-mail exists"));
  }

  private static void mail(
      StackAuthProject project, StackAuthUser user, String email, String callbackUrl) {
    RedirectRules.requireTrusted(project, callbackUrl);
    OneTimeCode<Reset> code =
        VerificationCodes.issue(project, RESET, VerificationCodes.MAIL_LIFE, new Reset(user.id()));
    Mails.passwordReset(
        project, Emails.normalized(email), VerificationCodes.link(callbackUrl, code), code);
  }

  private Response reset(StackAuthCall call) {
    StackAuthProject project = call.project();
    Reset reset = VerificationCodes.use(project, RESET, call.get(CODE)).facts();
    PasswordRules.requireEnabled(project);
    PasswordRules.requireLength(call.get(PASSWORD));
    StackAuthUser user =
        project.users().byId(reset.userId()).orElseThrow(KnownError.USER_NOT_FOUND::failure);
    user.password(PasswordRules.hashed(project, call.get(PASSWORD)));
    project.sessions().revokeAll(user.id());
    Events.userUpdated(project, user);
    return StackAuthResponses.success();
  }
}
