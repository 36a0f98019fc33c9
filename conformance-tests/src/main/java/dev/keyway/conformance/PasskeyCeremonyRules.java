package dev.keyway.conformance;

import static dev.keyway.Capability.PASSKEY;
import static dev.keyway.Capability.PASSKEY_RENAME;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.Passkey;
import dev.keyway.PasskeyCeremony;
import dev.keyway.PasskeyOptions;
import dev.keyway.SignInResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** PSC: what belongs together in a passkey's ceremony, and what is no part of any. */
abstract class PasskeyCeremonyRules extends PasskeyFixtures {

  private static final ErrorCode[] SPENT = {
    ErrorCode.PASSKEY_REFUSED,
    ErrorCode.FACTOR_ALREADY_ENROLLED,
    ErrorCode.CHALLENGE_INVALID,
    ErrorCode.CHALLENGE_EXPIRED
  };

  private static final ErrorCode[] NO_CREDENTIAL = {
    ErrorCode.INVALID_ARGUMENT, ErrorCode.PASSKEY_REFUSED
  };

  PasskeyCeremonyRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "PSC-001",
      value = "Two ceremonies at the same time do not disturb each other",
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void twoCeremoniesDoNotDisturbEachOther() {
    Human.Authenticator authenticator = authenticator();
    SignInResult.SignedIn owner = signUp(ada());
    register(owner, authenticator);
    PasskeyCeremony first = client().passkeys().startSignIn();
    PasskeyCeremony second = client().passkeys().startSignIn();
    for (PasskeyCeremony ceremony : List.of(first, second)) {
      String answer = authenticator.get(ceremony.optionsJson());
      SignInResult in = client().passkeys().finishSignIn(ceremony.handle(), answer);
      assertEquals(owner.user().id(), in.orElseThrow().user().id());
    }
  }

  @Rule(
      id = "PSC-010",
      value = "An answer to another ceremony's challenge is refused",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void anAnswerToAnotherChallengeIsRefused() {
    Human.Authenticator authenticator = authenticator();
    SignInResult.SignedIn owner = signUp(ada());
    PasskeyCeremony one = client().passkeys().startRegistration(owner.tokens());
    PasskeyCeremony other = client().passkeys().startRegistration(owner.tokens());
    String created = authenticator.create(other.optionsJson());
    refused(
        () -> client().passkeys().finishRegistration(owner.tokens(), one.handle(), created),
        ErrorCode.PASSKEY_REFUSED);
    assertEquals(List.of(), client().passkeys().list(owner.user().id()));
    Human.Authenticator enrolled = authenticator();
    register(owner, enrolled);
    ChallengeHandle handle = client().passkeys().startSignIn().handle();
    String asserted = enrolled.get(client().passkeys().startSignIn().optionsJson());
    refused(() -> client().passkeys().finishSignIn(handle, asserted), ErrorCode.PASSKEY_REFUSED);
  }

  @Rule(
      id = "PSC-011",
      value = "A registration's answer is accepted once",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aRegistrationsAnswerIsAcceptedOnce() {
    SignInResult.SignedIn owner = signUp(ada());
    PasskeyCeremony ceremony = client().passkeys().startRegistration(owner.tokens());
    String answer = authenticator().create(ceremony.optionsJson());
    client().passkeys().finishRegistration(owner.tokens(), ceremony.handle(), answer);
    refused(
        () -> client().passkeys().finishRegistration(owner.tokens(), ceremony.handle(), answer),
        SPENT);
    assertEquals(1, client().passkeys().list(owner.user().id()).size());
  }

  @Rule(
      id = "PSC-012",
      value = "A registration that took too long is refused",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aRegistrationThatTookTooLongIsRefused() {
    SignInResult.SignedIn owner = signUp(ada());
    PasskeyCeremony ceremony = client().passkeys().startRegistration(owner.tokens());
    String answer = authenticator().create(ceremony.optionsJson());
    clock().advance(Duration.between(clock().now(), ceremony.expiresAt()).plusSeconds(5));
    refused(
        () -> client().passkeys().finishRegistration(owner.tokens(), ceremony.handle(), answer),
        ErrorCode.CHALLENGE_EXPIRED);
    assertEquals(List.of(), client().passkeys().list(owner.user().id()));
  }

  @Rule(
      id = "PSC-013",
      value = "Of many finishes of one ceremony exactly one signs in",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void ofManyFinishesExactlyOneSignsIn() {
    Human.Authenticator authenticator = authenticator();
    register(signUp(ada()), authenticator);
    PasskeyCeremony ceremony = client().passkeys().startSignIn();
    String answer = authenticator.get(ceremony.optionsJson());
    ConcurrentCalls<SignInResult> race =
        ConcurrentCalls.run(
            ConcurrentCalls.RACERS,
            () -> client().passkeys().finishSignIn(ceremony.handle(), answer));
    assertEquals(1, race.winners().size(), () -> "refusals were " + race.refusals());
  }

  @Rule(
      id = "PSC-018",
      value = "Of many finishes of one registration exactly one registers",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void ofManyFinishesExactlyOneRegisters() {
    SignInResult.SignedIn owner = signUp(ada());
    PasskeyCeremony ceremony = client().passkeys().startRegistration(owner.tokens());
    String answer = authenticator().create(ceremony.optionsJson());
    ConcurrentCalls<Boolean> race =
        ConcurrentCalls.run(
            ConcurrentCalls.RACERS,
            () -> {
              client().passkeys().finishRegistration(owner.tokens(), ceremony.handle(), answer);
              return true;
            });
    assertEquals(1, race.winners().size(), () -> "refusals were " + race.refusals());
    assertEquals(1, client().passkeys().list(owner.user().id()).size());
  }

  @Rule(
      id = "PSC-014",
      value = "A new passkey's answer signs nobody in, and a sign-in's answer registers nothing",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void theCeremoniesAnswersAreNotExchanged() {
    Human.Authenticator authenticator = authenticator();
    SignInResult.SignedIn owner = signUp(ada());
    register(owner, authenticator);
    PasskeyCeremony signIn = client().passkeys().startSignIn();
    String asserted = authenticator.get(signIn.optionsJson());
    PasskeyCeremony registration = client().passkeys().startRegistration(owner.tokens());
    refused(
        () ->
            client().passkeys().finishRegistration(owner.tokens(), registration.handle(), asserted),
        NO_CREDENTIAL);
    SignInResult.SignedIn other = signUp(bob());
    String created =
        authenticator().create(client().passkeys().startRegistration(other.tokens()).optionsJson());
    refused(() -> client().passkeys().finishSignIn(signIn.handle(), created), NO_CREDENTIAL);
  }

  @Rule(
      id = "PSC-015",
      value = "An answer that was cut, stuffed or nested is refused, at both ceremonies",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void aBentAnswerIsRefused() {
    Human.Authenticator authenticator = authenticator();
    SignInResult.SignedIn owner = signUp(ada());
    PasskeyCeremony registration = client().passkeys().startRegistration(owner.tokens());
    for (String bent : bent(authenticator.create(registration.optionsJson()))) {
      refused(
          () -> client().passkeys().finishRegistration(owner.tokens(), registration.handle(), bent),
          NO_CREDENTIAL);
    }
    register(owner, authenticator);
    PasskeyCeremony signIn = client().passkeys().startSignIn();
    for (String bent : bent(authenticator.get(signIn.optionsJson()))) {
      refused(() -> client().passkeys().finishSignIn(signIn.handle(), bent), NO_CREDENTIAL);
    }
  }

  private static List<String> bent(String answer) {
    List<String> bent = new ArrayList<>();
    for (int part = 1; part < 8; part++) {
      bent.add(answer.substring(0, answer.length() * part / 8));
    }
    bent.add(answer + answer);
    bent.add("[" + answer + "]");
    bent.add("[".repeat(30_000));
    bent.add("{\"response\":".repeat(2_000) + "1" + "}".repeat(2_000));
    bent.add(answer.replace("\"public-key\"", "\"password\""));
    bent.add(
        answer.replaceFirst("\"clientDataJSON\"\\s*:\\s*\"[^\"]*\"", "\"clientDataJSON\":\"\""));
    bent.add(answer.replaceFirst("\"clientDataJSON\"\\s*:\\s*\"", "\"clientDataJSON\":\"@@ "));
    bent.add(answer.replaceFirst("\"clientDataJSON\"", "\"clientData\""));
    bent.add(answer + " ".repeat(70_000));
    return bent;
  }

  @Rule(
      id = "PSC-016",
      value = "A name that is blank or over-long is refused unsent, and one at the limit is kept",
      negative = true,
      needs = {PASSKEY, PASSKEY_RENAME, PASSWORD_SIGN_UP})
  void anOverLongNameIsRefused() {
    SignInResult.SignedIn owner = signUp(ada());
    Passkey passkey = register(owner, authenticator());
    for (String bad : new String[] {"", "  ", "n".repeat(257), "\u00e9".repeat(10_000)}) {
      refusedUnsent(
          () -> client().passkeys().rename(owner.user().id(), passkey.id(), bad),
          ErrorCode.INVALID_ARGUMENT);
    }
    String longest = "\u00e9".repeat(256);
    client().passkeys().rename(owner.user().id(), passkey.id(), longest);
    assertEquals(Optional.of(longest), client().passkeys().list(owner.user().id()).get(0).name());
  }

  @Rule(
      id = "PSC-017",
      value = "A name for the authenticator's list that is blank or over-long is refused unsent",
      negative = true,
      needs = {PASSKEY, PASSWORD_SIGN_UP})
  void anOverLongDisplayNameIsRefused() {
    SignInResult.SignedIn owner = signUp(ada());
    for (String bad : new String[] {" ", "n".repeat(65)}) {
      refusedUnsent(
          () ->
              client()
                  .passkeys()
                  .startRegistration(
                      owner.tokens(), PasskeyOptions.builder().displayName(bad).build()),
          ErrorCode.INVALID_ARGUMENT);
    }
  }
}
