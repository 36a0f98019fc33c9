package dev.keyway.providers.stackauth;

import dev.keyway.AccountOutcome;
import dev.keyway.ChallengeHandle;
import dev.keyway.SecondFactorKind;
import dev.keyway.Session;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.SignInResult.SecondFactorRequired;
import dev.keyway.SignInResult.SignedIn;
import dev.keyway.User;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.stackauth.wire.SecondFactorDemand;
import dev.keyway.providers.stackauth.wire.UserApi;
import dev.keyway.providers.stackauth.wire.WireSignIn;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What every way of signing in ends with: a session with its user, or a second factor's demand. */
final class SignIns {

  static final String HANDLE_KIND = "second-factor";
  static final String ATTEMPT = "attempt";

  /** How long Stack Auth keeps an attempt. */
  private static final Duration ATTEMPT_LIFETIME = Duration.ofMinutes(5);

  private final AccessTokens accessTokens;
  private final UserApi users;
  private final Handles handles;
  private final Clock clock;

  @Inject
  SignIns(AccessTokens accessTokens, UserApi users, Handles handles, Clock clock) {
    this.accessTokens = accessTokens;
    this.users = users;
    this.handles = handles;
    this.clock = clock;
  }

  /**
   * Sends a sign-in.
   *
   * @param unsaid what the account is where the answer does not say
   */
  SignInResult complete(Supplier<WireSignIn> request, AccountOutcome unsaid) {
    try {
      return signedIn(request.get(), unsaid);
    } catch (SecondFactorDemand demand) {
      return secondFactor(demand);
    }
  }

  SignedIn signedIn(WireSignIn answer, AccountOutcome unsaid) {
    AccountOutcome account = unsaid;
    if (answer.isNewUser() != null) {
      account = answer.isNewUser() ? AccountOutcome.CREATED : AccountOutcome.EXISTING;
    }
    return signedIn(answer.tokens(), account);
  }

  /** The session of tokens that were issued a moment ago, and its user as of now. */
  SignedIn signedIn(SessionTokens tokens, AccountOutcome account) {
    Session session = accessTokens.read(tokens.access());
    User user = users.me(tokens.access().reveal()).about(session.userId().value()).toUser();
    return new SignedIn(user, tokens, session, account);
  }

  SecondFactorRequired secondFactor(SecondFactorDemand demand) {
    Instant expiresAt = clock.instant().plus(ATTEMPT_LIFETIME);
    ChallengeHandle handle =
        handles.seal(HANDLE_KIND, expiresAt, Map.of(ATTEMPT, demand.attemptCode()));
    return new SecondFactorRequired(Set.of(SecondFactorKind.TOTP), handle, expiresAt);
  }
}
