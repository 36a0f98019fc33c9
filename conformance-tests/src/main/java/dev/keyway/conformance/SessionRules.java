package dev.keyway.conformance;

import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SESSION_AUTHENTICATE;
import static dev.keyway.Capability.SESSION_EXTEND;
import static dev.keyway.Capability.SESSION_LIST;
import static dev.keyway.Capability.SESSION_REFRESH;
import static dev.keyway.Capability.SESSION_REVOKE;
import static dev.keyway.Capability.SESSION_SIGN_OUT;
import static dev.keyway.Capability.SESSION_VERIFY;
import static dev.keyway.Capability.USER_DELETE;
import static dev.keyway.Capability.USER_UPDATE;
import static dev.keyway.conformance.Samples.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.Session;
import dev.keyway.SessionId;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.UserUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** SES: sessions at the provider. */
abstract class SessionRules extends Rules {

  SessionRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "SES-001",
      value = "A refresh buys an access token of the same session",
      needs = {PASSWORD_SIGN_UP, SESSION_REFRESH, SESSION_VERIFY})
  void aRefreshBuysAnAccessTokenOfTheSameSession() {
    SignInResult.SignedIn in = signUp(ada());
    SessionTokens fresh = client().sessions().refresh(in.tokens().renewal());
    assertEquals(in.session().id(), client().sessions().verify(fresh.access()).id());
  }

  @Rule(
      id = "SES-002",
      value = "A refresh works after the access token has expired",
      needs = {PASSWORD_SIGN_UP, SESSION_REFRESH, SESSION_VERIFY})
  void aRefreshWorksAfterTheAccessTokenHasExpired() {
    SignInResult.SignedIn in = signUp(ada());
    clock().advance(Duration.ofMinutes(20));
    SessionTokens fresh = client().sessions().refresh(in.tokens().renewal());
    client().sessions().verify(fresh.access());
  }

  @Rule(
      id = "SES-003",
      value = "Asking the provider about a session gives the user as of now",
      needs = {PASSWORD_SIGN_UP, SESSION_AUTHENTICATE, USER_UPDATE})
  void authenticateGivesTheUserAsOfNow() {
    SignInResult.SignedIn in = signUp(ada());
    client().users().update(in.user().id(), UserUpdate.builder().displayName("Countess").build());
    SignInResult.SignedIn now = client().sessions().authenticate(in.tokens());
    assertEquals(Optional.of("Countess"), now.user().displayName());
    assertEquals(in.session().id(), now.session().id());
  }

  @Rule(
      id = "SES-004",
      value = "Asking about a session with an expired access token gives a new one",
      needs = {PASSWORD_SIGN_UP, SESSION_AUTHENTICATE, SESSION_VERIFY})
  void authenticateReplacesAnExpiredAccessToken() {
    SignInResult.SignedIn in = signUp(ada());
    clock().advance(Duration.ofMinutes(20));
    SignInResult.SignedIn now = client().sessions().authenticate(in.tokens());
    client().sessions().verify(now.tokens().access());
  }

  @Rule(
      id = "SES-005",
      value = "The list has a user's sessions, newest first, and nobody else's",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_LIST})
  void theListHasAUsersSessions() {
    signUp(bob());
    SignInResult.SignedIn first = signUp(ada());
    clock().advance(Duration.ofMinutes(1));
    SignInResult.SignedIn second = signIn(ada(), PASSWORD);
    List<SessionId> listed =
        client().sessions().list(first.user().id()).stream().map(Session::id).toList();
    assertEquals(List.of(second.session().id(), first.session().id()), listed);
  }

  @Rule(
      id = "SES-006",
      value = "Extending a session moves its end",
      needs = {PASSWORD_SIGN_UP, SESSION_EXTEND, SESSION_AUTHENTICATE})
  void extendingASessionMovesItsEnd() {
    SignInResult.SignedIn in = signUp(ada());
    Instant before = clock().now();
    SessionTokens tokens = client().sessions().extend(in.tokens().renewal(), Duration.ofHours(30));
    Instant end = client().sessions().authenticate(tokens).session().expiresAt().orElseThrow();
    assertTrue(end.isAfter(before.plus(Duration.ofHours(29))), () -> "it ends at " + end);
    clock().advance(Duration.ofHours(29));
    assertAlive(tokens);
  }

  @Rule(
      id = "SES-007",
      value = "Many refreshes of one session at the same time all succeed",
      needs = {PASSWORD_SIGN_UP, SESSION_REFRESH, SESSION_VERIFY})
  void manyRefreshesAtTheSameTimeAllSucceed() {
    SignInResult.SignedIn in = signUp(ada());
    ConcurrentCalls<SessionTokens> race =
        ConcurrentCalls.run(6, () -> client().sessions().refresh(in.tokens().renewal()));
    assertEquals(List.of(), race.refusals());
    race.winners()
        .forEach(
            tokens ->
                assertEquals(in.user().id(), client().sessions().verify(tokens.access()).userId()));
  }

  @Rule(
      id = "SES-010",
      value = "A session that was signed out buys nothing any more",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_SIGN_OUT, SESSION_REFRESH, SESSION_AUTHENTICATE})
  void aSignedOutSessionBuysNothing() {
    SessionTokens tokens = signUp(ada()).tokens();
    client().sessions().signOut(tokens);
    assertEnded(tokens);
    refused(() -> client().sessions().authenticate(tokens), ErrorCode.SESSION_NOT_FOUND);
  }

  @Rule(
      id = "SES-011",
      value = "Signing out twice is no error",
      needs = {PASSWORD_SIGN_UP, SESSION_SIGN_OUT})
  void signingOutTwiceIsNoError() {
    SessionTokens tokens = signUp(ada()).tokens();
    client().sessions().signOut(tokens);
    client().sessions().signOut(tokens);
  }

  @Rule(
      id = "SES-012",
      value = "Signing out leaves the user's other sessions alone",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_SIGN_OUT, SESSION_REFRESH})
  void signingOutLeavesOtherSessionsAlone() {
    SessionTokens here = signUp(ada()).tokens();
    SessionTokens elsewhere = signIn(ada(), PASSWORD).tokens();
    client().sessions().signOut(here);
    assertAlive(elsewhere);
  }

  @Rule(
      id = "SES-013",
      value = "Signing out works with an access token that has expired",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_SIGN_OUT, SESSION_REFRESH})
  void signingOutWorksWithAnExpiredAccessToken() {
    SessionTokens tokens = signUp(ada()).tokens();
    clock().advance(Duration.ofMinutes(20));
    client().sessions().signOut(tokens);
    assertEnded(tokens);
  }

  @Rule(
      id = "SES-014",
      value = "A revoked session has ended, and the user's others live",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_REVOKE, SESSION_REFRESH})
  void aRevokedSessionHasEnded() {
    SignInResult.SignedIn first = signUp(ada());
    SignInResult.SignedIn second = signIn(ada(), PASSWORD);
    client().sessions().revoke(first.user().id(), first.session().id());
    assertEnded(first.tokens());
    assertAlive(second.tokens());
  }

  @Rule(
      id = "SES-015",
      value = "Revoking a session in the name of another user ends nothing",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_REVOKE, SESSION_REFRESH})
  void revokingAnotherUsersSessionEndsNothing() {
    SignInResult.SignedIn ada = signUp(ada());
    SignInResult.SignedIn bob = signUp(bob());
    client().sessions().revoke(bob.user().id(), ada.session().id());
    assertAlive(ada.tokens());
    assertAlive(bob.tokens());
  }

  @Rule(
      id = "SES-016",
      value = "Revoking all ends every session of the user and of nobody else",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_REVOKE, SESSION_REFRESH, SESSION_LIST})
  void revokingAllEndsEverySessionOfTheUser() {
    SignInResult.SignedIn first = signUp(ada());
    SignInResult.SignedIn second = signIn(ada(), PASSWORD);
    SignInResult.SignedIn other = signUp(bob());
    client().sessions().revokeAll(first.user().id());
    assertEnded(first.tokens());
    assertEnded(second.tokens());
    assertAlive(other.tokens());
    assertEquals(List.of(), client().sessions().list(first.user().id()));
  }

  @Rule(
      id = "SES-017",
      value = "Revoking a session that has ended is no error",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_REVOKE, SESSION_REFRESH})
  void revokingAllAgainIsNoError() {
    SignInResult.SignedIn in = signUp(ada());
    client().sessions().revokeAll(in.user().id());
    client().sessions().revokeAll(in.user().id());
    assertEnded(in.tokens());
  }

  @Rule(
      id = "SES-018",
      value = "Invented renewal tokens are refused",
      negative = true,
      needs = SESSION_REFRESH)
  void inventedRenewalTokensAreRefused() {
    for (String invented : new String[] {"x", "0".repeat(45), "Zm9v".repeat(30), "a b", "ключ"}) {
      refused(
          () -> client().sessions().refresh(RenewalToken.of(invented)),
          ErrorCode.SESSION_NOT_FOUND);
    }
  }

  @Rule(
      id = "SES-019",
      value = "The renewal token of another project is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_REFRESH})
  void theRenewalTokenOfAnotherProjectIsRefused() {
    try (AuthHarness stranger = stranger()) {
      assertEnded(signUp(stranger.client(), ada()).tokens());
    }
  }

  @Rule(
      id = "SES-020",
      value = "An access token is no renewal token",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_REFRESH})
  void anAccessTokenIsNoRenewalToken() {
    RenewalToken wrong = RenewalToken.of(signUp(ada()).tokens().access().reveal());
    refused(() -> client().sessions().refresh(wrong), ErrorCode.SESSION_NOT_FOUND);
  }

  @Rule(
      id = "SES-021",
      value = "A session past its end buys nothing any more",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_REFRESH})
  void aSessionPastItsEndBuysNothing() {
    SessionTokens tokens = signUp(ada()).tokens();
    clock().advance(Duration.ofDays(400));
    assertEnded(tokens);
  }

  @Rule(
      id = "SES-022",
      value = "The sessions of a deleted user have ended",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_REFRESH, SESSION_AUTHENTICATE, USER_DELETE})
  void theSessionsOfADeletedUserHaveEnded() {
    SignInResult.SignedIn in = signUp(ada());
    client().users().delete(in.user().id());
    assertEnded(in.tokens());
    refused(() -> client().sessions().authenticate(in.tokens()), ErrorCode.SESSION_NOT_FOUND);
  }

  @Rule(
      id = "SES-023",
      value = "Extending a session that has ended is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_EXTEND, SESSION_REVOKE})
  void extendingAnEndedSessionIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    client().sessions().revokeAll(in.user().id());
    refused(
        () -> client().sessions().extend(in.tokens().renewal(), Duration.ofHours(1)),
        ErrorCode.SESSION_NOT_FOUND);
  }

  @Rule(
      id = "SES-024",
      value = "Extending a session beyond all limits is refused and leaves it alone",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_EXTEND, SESSION_REFRESH})
  void extendingBeyondAllLimitsIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    refused(
        () -> client().sessions().extend(in.tokens().renewal(), Duration.ofDays(10_000)),
        ErrorCode.INVALID_ARGUMENT);
    assertAlive(in.tokens());
  }
}
