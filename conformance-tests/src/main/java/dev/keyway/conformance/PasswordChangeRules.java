package dev.keyway.conformance;

import static dev.keyway.Capability.PASSWORD_CHANGE;
import static dev.keyway.Capability.PASSWORD_SET;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SESSION_REFRESH;
import static dev.keyway.Capability.SESSION_SIGN_OUT;
import static dev.keyway.Capability.USER_DELETE;
import static dev.keyway.conformance.Samples.OTHER_PASSWORD;
import static dev.keyway.conformance.Samples.PASSWORD;
import static dev.keyway.conformance.Samples.THIRD_PASSWORD;
import static dev.keyway.conformance.Samples.WEAK_PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.AccessToken;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** PWC: changing and setting passwords. */
abstract class PasswordChangeRules extends Rules {

  PasswordChangeRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "PWC-001",
      value = "After a change the new password signs in and the old one does not",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_CHANGE})
  void afterAChangeTheNewPasswordSignsIn() {
    SignInResult.SignedIn in = signUp(ada());
    SignInResult changed = client().passwords().change(in.tokens(), PASSWORD, OTHER_PASSWORD);

    assertEquals(in.user().id(), changed.orElseThrow().user().id());
    assertEquals(in.user().id(), signIn(ada(), OTHER_PASSWORD).user().id());
    refused(() -> client().passwords().signIn(ada(), PASSWORD), ErrorCode.INVALID_CREDENTIALS);
  }

  @Rule(
      id = "PWC-002",
      value = "The tokens that a change gives are alive",
      needs = {PASSWORD_SIGN_UP, PASSWORD_CHANGE, SESSION_REFRESH})
  void theTokensThatAChangeGivesAreAlive() {
    SignInResult.SignedIn in = signUp(ada());
    assertAlive(
        client().passwords().change(in.tokens(), PASSWORD, OTHER_PASSWORD).orElseThrow().tokens());
  }

  @Rule(
      id = "PWC-003",
      value = "A change works with an access token that has expired while its session lives",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_CHANGE})
  void aChangeWorksWithAnExpiredAccessToken() {
    SignInResult.SignedIn in = signUp(ada());
    clock().advance(Duration.ofMinutes(20));
    client().passwords().change(in.tokens(), PASSWORD, OTHER_PASSWORD);
    signIn(ada(), OTHER_PASSWORD);
  }

  @Rule(
      id = "PWC-010",
      value = "A change ends every other session of the user",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_CHANGE, SESSION_REFRESH})
  void aChangeEndsEveryOtherSession() {
    SignInResult.SignedIn here = signUp(ada());
    SignInResult.SignedIn elsewhere = signIn(ada(), PASSWORD);
    client().passwords().change(here.tokens(), PASSWORD, OTHER_PASSWORD);
    assertEnded(elsewhere.tokens());
  }

  @Rule(
      id = "PWC-011",
      value = "A change leaves the sessions and the password of other users alone",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_CHANGE, SESSION_REFRESH})
  void aChangeLeavesOthersAlone() {
    SignInResult.SignedIn other = signUp(bob());
    client().passwords().change(signUp(ada()).tokens(), PASSWORD, OTHER_PASSWORD);
    assertAlive(other.tokens());
    signIn(bob(), PASSWORD);
  }

  @Rule(
      id = "PWC-012",
      value = "A change with a wrong current password is refused and changes nothing",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_CHANGE, SESSION_REFRESH})
  void aChangeWithAWrongCurrentPasswordIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    refused(
        () -> client().passwords().change(in.tokens(), THIRD_PASSWORD, OTHER_PASSWORD),
        ErrorCode.INVALID_CREDENTIALS);
    assertAlive(in.tokens());
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "PWC-013",
      value = "A change to a weak password is refused and changes nothing",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_CHANGE})
  void aChangeToAWeakPasswordIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    refused(
        () -> client().passwords().change(in.tokens(), PASSWORD, WEAK_PASSWORD),
        ErrorCode.PASSWORD_TOO_WEAK);
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "PWC-014",
      value = "A change with the tokens of a session that was signed out is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_CHANGE, SESSION_SIGN_OUT})
  void aChangeWithASignedOutSessionIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    client().sessions().signOut(in.tokens());
    refused(
        () -> client().passwords().change(in.tokens(), PASSWORD, OTHER_PASSWORD),
        ErrorCode.SESSION_NOT_FOUND);
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "PWC-015",
      value = "A change with invented tokens is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_CHANGE})
  void aChangeWithInventedTokensIsRefused() {
    signUp(ada());
    SessionTokens invented =
        new SessionTokens(
            AccessToken.of("eyJhbGciOiJub25lIn0.e30."), RenewalToken.of("not-a-token"));
    refused(
        () -> client().passwords().change(invented, PASSWORD, OTHER_PASSWORD),
        ErrorCode.SESSION_NOT_FOUND,
        ErrorCode.TOKEN_INVALID);
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "PWC-016",
      value = "A change with the tokens of another project is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_CHANGE})
  void aChangeWithTokensOfAnotherProjectIsRefused() {
    signUp(ada());
    try (AuthHarness stranger = stranger()) {
      SessionTokens foreign = signUp(stranger.client(), ada()).tokens();
      refused(
          () -> client().passwords().change(foreign, PASSWORD, OTHER_PASSWORD),
          ErrorCode.SESSION_NOT_FOUND,
          ErrorCode.TOKEN_INVALID);
    }
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "PWC-017",
      value = "A change for a user who was deleted is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_CHANGE, USER_DELETE})
  void aChangeForADeletedUserIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    client().users().delete(in.user().id());
    refused(
        () -> client().passwords().change(in.tokens(), PASSWORD, OTHER_PASSWORD),
        ErrorCode.SESSION_NOT_FOUND);
  }

  @Rule(
      id = "PWC-020",
      value = "Setting a password where there is one is refused and changes nothing",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_SET})
  void settingAPasswordWhereThereIsOneIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    refused(
        () -> client().passwords().set(in.tokens(), OTHER_PASSWORD),
        ErrorCode.PASSWORD_ALREADY_SET);
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "PWC-021",
      value = "Setting a password with the tokens of a session that was signed out is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SET, SESSION_SIGN_OUT})
  void settingAPasswordWithASignedOutSessionIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    client().sessions().signOut(in.tokens());
    refused(
        () -> client().passwords().set(in.tokens(), OTHER_PASSWORD), ErrorCode.SESSION_NOT_FOUND);
  }
}
