package dev.keyway.emulator.internal.stackauth.password;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.Rules;
import dev.keyway.emulator.internal.stackauth.protocol.Schema;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.Emails;
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

  /** Who may choose a new password. */
  private record Reset(String userId) {}

  @Inject
  PasswordResetRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.password.send-reset-code")
        .body(
            Schema.object()
                .required("email", Rules.string().email().notEmpty())
                .required("callback_url", Rules.url()))
        .fails(
            KnownError.PASSWORD_AUTHENTICATION_NOT_ENABLED, KnownError.REDIRECT_URL_NOT_WHITELISTED)
        .answers(this::send);
    book.on("stackauth.password.reset")
        .body(
            Schema.object()
                .required("code", VerificationCodes.FORM)
                .required("password", Rules.string().maxLength(PasswordRules.MAX_LENGTH)))
        .fails(
            KnownError.USER_NOT_FOUND,
            KnownError.PASSWORD_AUTHENTICATION_NOT_ENABLED,
            KnownError.PASSWORD_TOO_SHORT)
        .fails(VerificationCodes.ERRORS)
        .answers(this::reset);
    book.on("stackauth.password.check-reset-code")
        .body(Schema.object().required("code", VerificationCodes.FORM))
        .fails(VerificationCodes.ERRORS)
        .answers(call -> VerificationCodes.checkAnswer(call.project(), RESET, call.text("code")));
  }

  private Response send(StackAuthCall call) {
    StackAuthProject project = call.project();
    PasswordRules.requireEnabled(project);
    // The service looks at the callback only when it knows the address, and so tells which it
    // knows. For an unknown one it also waits two or three seconds, which no test needs.
    Emails.owner(project, call.text("email"))
        .ifPresent(user -> mail(project, user, call.text("email"), call.text("callback_url")));
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
    Reset reset = VerificationCodes.use(project, RESET, call.text("code")).facts();
    PasswordRules.requireEnabled(project);
    PasswordRules.requireLength(call.text("password"));
    StackAuthUser user =
        project.users().byId(reset.userId()).orElseThrow(KnownError.USER_NOT_FOUND::failure);
    user.password(PasswordRules.hashed(project, call.text("password")));
    project.sessions().revokeAll(user.id());
    return StackAuthResponses.success();
  }
}
