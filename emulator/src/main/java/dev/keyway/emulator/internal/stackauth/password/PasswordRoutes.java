package dev.keyway.emulator.internal.stackauth.password;

import static dev.keyway.emulator.internal.stackauth.rules.PasswordRules.PASSWORD;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.BotChallenge;
import dev.keyway.emulator.internal.stackauth.rules.EmailVerification;
import dev.keyway.emulator.internal.stackauth.rules.Emails;
import dev.keyway.emulator.internal.stackauth.rules.PasswordRules;
import dev.keyway.emulator.internal.stackauth.rules.RedirectRules;
import dev.keyway.emulator.internal.stackauth.rules.SignIns;
import dev.keyway.emulator.internal.stackauth.rules.SignUps;
import dev.keyway.emulator.internal.stackauth.rules.Whereabouts;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import jakarta.inject.Inject;
import java.util.Optional;

/** {@code /auth/password}. */
public final class PasswordRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> NEW_EMAIL = Fields.strictEmail("email");
  private static final Field<String> EMAIL = Fields.email("email");
  private static final Field<String> CALLBACK = Fields.url("verification_callback_url");

  private final SignIns signIns;

  @Inject
  PasswordRoutes(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.password.sign-up")
        .takes(
            ObjectType.of(NEW_EMAIL.required(), PASSWORD.required(), CALLBACK)
                .and(BotChallenge.FIELDS))
        .fails(
            KnownError.SIGN_UP_NOT_ENABLED,
            KnownError.PASSWORD_AUTHENTICATION_NOT_ENABLED,
            KnownError.PASSWORD_TOO_SHORT,
            KnownError.USER_EMAIL_ALREADY_EXISTS,
            KnownError.REDIRECT_URL_NOT_WHITELISTED,
            KnownError.MULTI_FACTOR_AUTHENTICATION_REQUIRED)
        .fails(BotChallenge.ERRORS)
        .breaksOn(BotChallenge.BREAKS_ON)
        .answers(this::signUp);
    book.on("stackauth.password.sign-in")
        .takes(EMAIL.required(), PASSWORD.required())
        .fails(
            KnownError.PASSWORD_AUTHENTICATION_NOT_ENABLED,
            KnownError.EMAIL_PASSWORD_MISMATCH,
            KnownError.MULTI_FACTOR_AUTHENTICATION_REQUIRED)
        .answers(this::signIn);
  }

  private Response signUp(StackAuthCall call) {
    StackAuthProject project = call.project();
    PasswordRules.requireEnabled(project);
    Optional<String> callback = call.find(CALLBACK);
    callback.ifPresent(url -> RedirectRules.requireTrusted(project, url));
    if (!project.settings().signUpEnabled()) {
      throw KnownError.SIGN_UP_NOT_ENABLED.failure();
    }
    PasswordRules.requireLength(call.get(PASSWORD));
    BotChallenge.check(call);
    Address email = Emails.forAuth(project, call.get(NEW_EMAIL), false);
    if (Emails.owner(project, email.value()).isPresent()) {
      throw KnownError.USER_EMAIL_ALREADY_EXISTS.failure(
          Json.object().put("email", email.value()).put("would_work_if_email_was_verified", false));
    }
    StackAuthUser user =
        SignUps.newOrUpgraded(
            project,
            call.user(),
            Optional.of(email),
            made -> {
              made.password(PasswordRules.hashed(project, call.get(PASSWORD)));
              Whereabouts.keep(made, Whereabouts.country(call.request()));
            });
    callback.ifPresent(url -> EmailVerification.send(project, user, email, url));
    return StackAuthResponses.ok(signIns.afterFirstFactor(project, user, true));
  }

  private Response signIn(StackAuthCall call) {
    StackAuthProject project = call.project();
    PasswordRules.requireEnabled(project);
    StackAuthUser user =
        Emails.owner(project, call.get(EMAIL))
            .orElseThrow(() -> mismatch("Nobody in this project signs in with this address."));
    if (user.password().isEmpty()) {
      throw mismatch("The user has no password: they sign in some other way.").about(user.id());
    }
    if (!PasswordRules.knows(user, call.get(PASSWORD))) {
      throw mismatch("The password is wrong; there is a user with this address.").about(user.id());
    }
    ObjectNode tokens = signIns.afterFirstFactor(project, user, false);
    return StackAuthResponses.ok(tokens);
  }

  private static StackAuthFailure mismatch(String cause) {
    return KnownError.EMAIL_PASSWORD_MISMATCH.failure().because(cause);
  }
}
