package dev.keyway.emulator.internal.stackauth.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.protocol.AccessTokens;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthSession;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.OneTimeCode;
import jakarta.inject.Inject;
import java.time.Duration;

/** The end of every way to sign in. */
public final class SignIns {
  /** How long a session lives unless a server said otherwise. */
  public static final Duration SESSION_LIFE = Duration.ofDays(365);

  private final AccessTokens tokens;

  @Inject
  SignIns(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Signs a user in after their first factor.
   *
   * @return {@code access_token}, {@code refresh_token} and {@code user_id}
   * @throws StackAuthFailure {@code MULTI_FACTOR_AUTHENTICATION_REQUIRED} if they have a second
   *     factor
   */
  public ObjectNode afterFirstFactor(StackAuthProject project, StackAuthUser user, boolean isNew) {
    requireNoSecondFactor(project, user, isNew);
    return complete(project, user);
  }

  /** Stops a sign-in for the second factor, if there is one. */
  public void requireNoSecondFactor(StackAuthProject project, StackAuthUser user, boolean isNew) {
    if (user.requiresTotp()) {
      OneTimeCode<SignInCode> attempt =
          VerificationCodes.issue(
              project,
              SignInCode.KIND,
              VerificationCodes.MFA_LIFE,
              new SignInCode.Interrupted(user.id(), isNew));
      throw KnownError.MULTI_FACTOR_AUTHENTICATION_REQUIRED.failure(
          "attempt_code", attempt.value());
    }
  }

  /** Signs a user in whose factors are all proved. */
  public ObjectNode complete(StackAuthProject project, StackAuthUser user) {
    StackAuthSession session = newSession(project, user, SESSION_LIFE, false);
    return Json.object()
        .put("access_token", tokens.issue(project, user, session))
        .put("refresh_token", session.token())
        .put("user_id", user.id());
  }

  /** Begins a session. */
  public StackAuthSession newSession(
      StackAuthProject project, StackAuthUser user, Duration life, boolean impersonation) {
    StackAuthSession session =
        new StackAuthSession(
            project.context().random().uuid(),
            user.id(),
            project.context().random().crockford45(),
            project.now(),
            project.now().plus(life),
            impersonation);
    project.sessions().add(session);
    user.lastActiveAt = project.now();
    return session;
  }
}
