package dev.keyway.conformance;

import static dev.keyway.Capability.PASSKEY;
import static dev.keyway.Capability.PASSKEY_MULTIPLE;
import static dev.keyway.Capability.PASSKEY_RENAME;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SESSION_VERIFY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccountOutcome;
import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.Passkey;
import dev.keyway.PasskeyCeremony;
import dev.keyway.PasskeyId;
import dev.keyway.SignInResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** PSK: passkeys. */
abstract class PasskeyRules extends PasskeyFixtures {

  private static final Human.Misbehaviour[] AT_REGISTRATION = {
    Human.Misbehaviour.WRONG_RELYING_PARTY,
    Human.Misbehaviour.WRONG_ORIGIN,
    Human.Misbehaviour.WRONG_CHALLENGE,
    Human.Misbehaviour.WRONG_TYPE,
    Human.Misbehaviour.NO_USER_PRESENCE
  };

  PasskeyRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "PSK-001",
      value = "A registered passkey signs its user in, without a name",
      needs = {PASSKEY, PASSWORD_SIGN_UP, SESSION_VERIFY})
  void aRegisteredPasskeySignsItsUserIn() {
    Human.Authenticator authenticator = authenticator();
    SignInResult.SignedIn owner = signUp(ada());
    register(owner, authenticator);
    SignInResult.SignedIn in = signInWith(authenticator).orElseThrow();
    assertEquals(owner.user().id(), in.user().id());
    assertNotEquals(AccountOutcome.CREATED, in.account());
    assertEquals(owner.user().id(), client().sessions().verify(in.tokens().access()).userId());
  }

  @Rule(
      id = "PSK-002",
      value = "A registered passkey is listed until it is deleted",
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aPasskeyIsListedUntilItIsDeleted() {
    SignInResult.SignedIn owner = signUp(ada());
    assertEquals(List.of(), client().passkeys().list(owner.user().id()));
    Passkey passkey = register(owner, authenticator());
    assertEquals(
        List.of(passkey.id()),
        client().passkeys().list(owner.user().id()).stream().map(Passkey::id).toList());
    client().passkeys().delete(owner.user().id(), passkey.id());
    assertEquals(List.of(), client().passkeys().list(owner.user().id()));
  }

  @Rule(
      id = "PSK-003",
      value = "A passkey takes the name that it is given",
      needs = {PASSKEY, PASSKEY_RENAME, PASSWORD_SIGN_UP})
  void aPasskeyTakesTheNameThatItIsGiven() {
    SignInResult.SignedIn owner = signUp(ada());
    Passkey passkey = register(owner, authenticator());
    client().passkeys().rename(owner.user().id(), passkey.id(), "Ada's phone");
    assertEquals(
        Optional.of("Ada's phone"), client().passkeys().list(owner.user().id()).get(0).name());
  }

  @Rule(
      id = "PSK-004",
      value = "Each of a user's passkeys signs in",
      needs = {PASSKEY, PASSKEY_MULTIPLE, PASSWORD_SIGN_UP})
  void eachOfAUsersPasskeysSignsIn() {
    SignInResult.SignedIn owner = signUp(ada());
    Human.Authenticator one = authenticator();
    Human.Authenticator other = one.another();
    register(owner, one);
    register(owner, other);
    assertEquals(2, client().passkeys().list(owner.user().id()).size());
    assertEquals(owner.user().id(), signInWith(one).orElseThrow().user().id());
    assertEquals(owner.user().id(), signInWith(other).orElseThrow().user().id());
  }

  @Rule(
      id = "PSK-010",
      value = "A registration by an authenticator that misbehaves is refused",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aMisbehavingRegistrationIsRefused() {
    SignInResult.SignedIn owner = signUp(ada());
    for (Human.Misbehaviour how : AT_REGISTRATION) {
      Human.Authenticator bad = authenticator().misbehaving(how);
      PasskeyCeremony ceremony = client().passkeys().startRegistration(owner.tokens());
      String answer = bad.create(ceremony.optionsJson());
      named(
          how,
          () ->
              refused(
                  () ->
                      client()
                          .passkeys()
                          .finishRegistration(owner.tokens(), ceremony.handle(), answer),
                  ErrorCode.PASSKEY_REFUSED));
    }
    assertEquals(List.of(), client().passkeys().list(owner.user().id()));
  }

  @Rule(
      id = "PSK-011",
      value = "A sign-in by an authenticator that misbehaves is refused",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aMisbehavingSignInIsRefused() {
    for (Human.Misbehaviour how : Human.Misbehaviour.values()) {
      Human.Authenticator authenticator = authenticator();
      register(signUp(harness().address("user-" + how.name())), authenticator);
      // Twice, so that a counter one back is above the one of the registration.
      signInWith(authenticator);
      signInWith(authenticator);
      PasskeyCeremony ceremony = client().passkeys().startSignIn();
      String answer = authenticator.misbehaving(how).get(ceremony.optionsJson());
      named(
          how,
          () ->
              refused(
                  () -> client().passkeys().finishSignIn(ceremony.handle(), answer),
                  ErrorCode.PASSKEY_REFUSED));
    }
  }

  @Rule(
      id = "PSK-012",
      value = "A passkey that was deleted signs nobody in",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aDeletedPasskeySignsNobodyIn() {
    SignInResult.SignedIn owner = signUp(ada());
    Human.Authenticator authenticator = authenticator();
    Passkey passkey = register(owner, authenticator);
    client().passkeys().delete(owner.user().id(), passkey.id());
    refused(() -> signInWith(authenticator), ErrorCode.PASSKEY_REFUSED);
  }

  @Rule(
      id = "PSK-013",
      value = "A passkey of another project signs nobody in",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aPasskeyOfAnotherProjectSignsNobodyIn() {
    try (AuthHarness stranger = stranger()) {
      Human.Authenticator authenticator = authenticator();
      SignInResult.SignedIn foreign = signUp(stranger.client(), ada());
      PasskeyCeremony ceremony = stranger.client().passkeys().startRegistration(foreign.tokens());
      stranger
          .client()
          .passkeys()
          .finishRegistration(
              foreign.tokens(), ceremony.handle(), authenticator.create(ceremony.optionsJson()));
      refused(() -> signInWith(authenticator), ErrorCode.PASSKEY_REFUSED);
    }
  }

  @Rule(
      id = "PSK-014",
      value = "An answer is accepted once",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void anAnswerIsAcceptedOnce() {
    Human.Authenticator authenticator = authenticator();
    register(signUp(ada()), authenticator);
    PasskeyCeremony ceremony = client().passkeys().startSignIn();
    String answer = authenticator.get(ceremony.optionsJson());
    client().passkeys().finishSignIn(ceremony.handle(), answer);
    refused(
        () -> client().passkeys().finishSignIn(ceremony.handle(), answer),
        ErrorCode.PASSKEY_REFUSED,
        ErrorCode.CHALLENGE_INVALID,
        ErrorCode.CHALLENGE_EXPIRED);
  }

  @Rule(
      id = "PSK-015",
      value = "A ceremony that took too long is refused",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aCeremonyThatTookTooLongIsRefused() {
    Human.Authenticator authenticator = authenticator();
    register(signUp(ada()), authenticator);
    PasskeyCeremony ceremony = client().passkeys().startSignIn();
    String answer = authenticator.get(ceremony.optionsJson());
    clock().advance(Duration.ofMinutes(11));
    refused(
        () -> client().passkeys().finishSignIn(ceremony.handle(), answer),
        ErrorCode.CHALLENGE_EXPIRED,
        ErrorCode.PASSKEY_REFUSED);
  }

  @Rule(
      id = "PSK-016",
      value = "A handle that was changed, cut, made up or of the other ceremony is refused unsent",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aChangedHandleIsRefusedAtPasskeys() {
    SignInResult.SignedIn owner = signUp(ada());
    Human.Authenticator authenticator = authenticator();
    register(owner, authenticator);
    ChallengeHandle registration = client().passkeys().startRegistration(owner.tokens()).handle();
    PasskeyCeremony ceremony = client().passkeys().startSignIn();
    String answer = authenticator.get(ceremony.optionsJson());
    for (ChallengeHandle bad : Codes.tampered(ceremony.handle())) {
      refusedUnsent(
          () -> client().passkeys().finishSignIn(bad, answer), ErrorCode.CHALLENGE_INVALID);
    }
    refusedUnsent(
        () -> client().passkeys().finishSignIn(registration, answer), ErrorCode.CHALLENGE_INVALID);
  }

  @Rule(
      id = "PSK-017",
      value = "A registration is finished by the user who began it",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aRegistrationIsFinishedByWhoBeganIt() {
    SignInResult.SignedIn owner = signUp(ada());
    SignInResult.SignedIn thief = signUp(bob());
    Human.Authenticator authenticator = authenticator();
    PasskeyCeremony ceremony = client().passkeys().startRegistration(owner.tokens());
    String answer = authenticator.create(ceremony.optionsJson());
    refused(
        () -> client().passkeys().finishRegistration(thief.tokens(), ceremony.handle(), answer),
        ErrorCode.CHALLENGE_INVALID,
        ErrorCode.PASSKEY_REFUSED);
    assertEquals(List.of(), client().passkeys().list(thief.user().id()));
  }

  @Rule(
      id = "PSK-018",
      value = "What is no answer of an authenticator is refused",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void whatIsNoAnswerIsRefused() {
    register(signUp(ada()), authenticator());
    for (String text :
        new String[] {
          "x", "{", "[]", "null", "{}", "{\"id\":1}", "{\"id\":\"a\",\"type\":\"public-key\"}"
        }) {
      ChallengeHandle handle = client().passkeys().startSignIn().handle();
      refused(
          () -> client().passkeys().finishSignIn(handle, text),
          ErrorCode.INVALID_ARGUMENT,
          ErrorCode.PASSKEY_REFUSED);
    }
  }

  @Rule(
      id = "PSK-019",
      value = "A passkey of another user is neither renamed nor deleted",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aPasskeyOfAnotherUserIsOutOfReach() {
    SignInResult.SignedIn owner = signUp(ada());
    SignInResult.SignedIn thief = signUp(bob());
    PasskeyId passkey = register(owner, authenticator()).id();
    refused(
        () -> client().passkeys().delete(thief.user().id(), passkey),
        ErrorCode.FACTOR_NOT_ENROLLED);
    if (client().supports(PASSKEY_RENAME)) {
      refused(
          () -> client().passkeys().rename(thief.user().id(), passkey, "mine"),
          ErrorCode.FACTOR_NOT_ENROLLED);
    }
    assertTrue(
        client().passkeys().list(owner.user().id()).stream().anyMatch(p -> p.id().equals(passkey)),
        "the passkey is gone");
  }

  @Rule(
      id = "PSK-020",
      value = "A registration for a session that has ended is refused",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aRegistrationForAnEndedSessionIsRefused() {
    SignInResult.SignedIn owner = signUp(ada());
    client().sessions().revokeAll(owner.user().id());
    clock().advance(Duration.ofMinutes(20));
    refused(
        () -> client().passkeys().startRegistration(owner.tokens()), ErrorCode.SESSION_NOT_FOUND);
  }

  private static void named(Human.Misbehaviour how, Runnable check) {
    try {
      check.run();
    } catch (AssertionError e) {
      throw new AssertionError("With " + how, e);
    }
  }
}
