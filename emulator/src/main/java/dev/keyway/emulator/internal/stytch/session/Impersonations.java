package dev.keyway.emulator.internal.stytch.session;

import dev.keyway.emulator.UnknownIdException;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.SignIns;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.time.Duration;

/** {@code /v1/impersonation}: somebody who runs the project acts as a user. */
public final class Impersonations implements RouteArea<StytchRouteBook> {
  private static final CodeKind<Facts> KIND = new CodeKind<>("impersonation");
  private static final Field<String> TOKEN = Field.text("impersonation_token");
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int TOKEN_BYTES = 32;

  @Inject
  Impersonations() {}

  private record Facts(String userId, String impersonatorId, String impersonatorEmail) {}

  /**
   * A token to act as a user, as the dashboard makes it.
   *
   * @throws UnknownIdException if there is no such user
   */
  public static String token(StytchProject project, String userId, String impersonatorEmail) {
    return project.exclusively(
        () -> {
          StytchUser user =
              project
                  .users()
                  .byId(userId)
                  .orElseThrow(() -> new UnknownIdException("account", userId));
          Facts facts =
              new Facts(
                  user.id(),
                  "impersonator-test-" + project.context().random().uuid(),
                  impersonatorEmail);
          String value = project.context().random().base64Url(TOKEN_BYTES);
          return project.codes().issue(KIND, value, LIFE, facts).value();
        });
  }

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.impersonation.authenticate")
        .takes(TOKEN.required())
        .fails(
            StytchError.UNABLE_TO_AUTH_IMPERSONATION_TOKEN,
            StytchError.USER_IMPERSONATION_NOT_ALLOWED)
        .answers(this::authenticate);
  }

  private Response authenticate(StytchCall call) {
    StytchProject project = call.project();
    if (!project.settings().userImpersonation()) {
      throw StytchError.USER_IMPERSONATION_NOT_ALLOWED.failure();
    }
    OneTimeCode<Facts> token =
        project
            .codes()
            .find(KIND, call.get(TOKEN))
            .orElseThrow(() -> refused("There is no such token."));
    Facts facts = token.facts();
    StytchUser user =
        project.users().byId(facts.userId()).orElseThrow(() -> refused("The user was deleted."));
    if (token.expiredAt(project.now()) || !token.spend()) {
      throw refused(token.whyUnusable(project.now()));
    }
    return call.ok(
        SignIns.impersonate(
            project,
            user,
            Factor.impersonated(facts.impersonatorId(), facts.impersonatorEmail(), project.now())));
  }

  private static StytchFailure refused(String cause) {
    return StytchError.UNABLE_TO_AUTH_IMPERSONATION_TOKEN.failure().because(cause);
  }
}
