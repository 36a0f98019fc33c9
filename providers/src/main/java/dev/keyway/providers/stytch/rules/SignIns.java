package dev.keyway.providers.stytch.rules;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.SecondFactorKind;
import dev.keyway.SignInResult;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.stytch.wire.SessionApi;
import dev.keyway.providers.stytch.wire.WireSession;
import dev.keyway.providers.stytch.wire.WireSignIn;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every sign-in comes to: a session, or the demand for a second factor with the session sealed
 * away. A first factor's tokens leave this class only when one factor is enough.
 */
public final class SignIns {

  public static final String ATTEMPT = "second-factor";

  /** What the handle of an attempt holds. */
  public static final List<String> FIELDS =
      List.of("session", "user", "account", "minutes", "factors");

  /** What a code's sending adds to them, known only after it was sent. */
  private static final int METHOD_BYTES = 300;

  /** The shortest session that Stytch makes. */
  private static final int ATTEMPT_MINUTES = 5;

  private final SessionApi sessions;
  private final Handles handles;
  private final Clock clock;

  @Inject
  public SignIns(SessionApi sessions, Handles handles, Clock clock) {
    this.sessions = sessions;
    this.handles = handles;
    this.clock = clock;
  }

  /**
   * Decides about a first factor.
   *
   * @param minutes how long the session shall last when it is complete
   */
  public SignInResult afterFirstFactor(WireSignIn answer, AccountOutcome account, int minutes) {
    Set<SecondFactorKind> wanted = SecondFactors.after(answer);
    WireSession session = answer.requiredSession();
    if (wanted.isEmpty() || SecondFactors.areShown(session)) {
      return signedIn(answer, account);
    }
    Instant expiresAt = clock.instant().plus(Duration.ofMinutes(ATTEMPT_MINUTES));
    RenewalToken token =
        sessions
            .extend(new SessionApi.Extend(answer.tokens().renewal(), ATTEMPT_MINUTES, null))
            .tokens()
            .renewal();
    ChallengeHandle handle =
        handles.seal(
            ATTEMPT,
            expiresAt,
            Map.of(
                "session", token.reveal(),
                "user", answer.user().userId(),
                "account", account.name(),
                "minutes", Integer.toString(minutes),
                "factors", wanted.stream().map(Enum::name).collect(Collectors.joining(" "))),
            METHOD_BYTES);
    return new SignInResult.SecondFactorRequired(wanted, handle, expiresAt);
  }

  /**
   * Takes a factor that was added to a session which the application held already, so that nothing
   * is decided anew.
   */
  public SignInResult.SignedIn added(WireSignIn answer, String userId) {
    requireUser(answer, userId);
    return signedIn(answer, AccountOutcome.EXISTING);
  }

  /**
   * Stytch passes over a session of another user and makes a new one. What was made for somebody
   * else than the flow began with is ended, and refused.
   */
  public void requireUser(WireSignIn answer, String userId) {
    if (answer.user().userId().equals(userId)) {
      return;
    }
    if (!answer.sessionToken().isBlank()) {
      sessions.revoke(SessionApi.Revoke.of(RenewalToken.of(answer.sessionToken())));
    }
    throw AuthException.of(
        ErrorCode.CHALLENGE_INVALID, "The flow was begun for somebody else than it was ended by");
  }

  /** The session, whose factors are enough. */
  public SignInResult.SignedIn signedIn(WireSignIn answer, AccountOutcome account) {
    WireSession session = answer.requiredSession();
    return new SignInResult.SignedIn(
        UserFields.user(answer.user()), answer.tokens(), SessionFields.session(session), account);
  }
}
