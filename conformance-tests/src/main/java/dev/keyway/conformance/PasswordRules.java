package dev.keyway.conformance;

import static dev.keyway.Capability.PASSWORD_CHECK;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SESSION_DURATION;
import static dev.keyway.Capability.SESSION_REFRESH;
import static dev.keyway.Capability.USER_CREATE;
import static dev.keyway.Capability.USER_FIND;
import static dev.keyway.conformance.Samples.OTHER_PASSWORD;
import static dev.keyway.conformance.Samples.PASSWORD;
import static dev.keyway.conformance.Samples.WEAK_PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.FactorKind;
import dev.keyway.NewUser;
import dev.keyway.ProviderError;
import dev.keyway.Secret;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.SignUpOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** PWD: signing up and in with a password. */
abstract class PasswordRules extends Rules {

  PasswordRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "PWD-001",
      value = "Signing up makes an account with an unverified address and a password",
      needs = PASSWORD_SIGN_UP)
  void signingUpMakesAnAccount() {
    SignInResult.SignedIn in = signUp(ada());

    assertEquals(AccountOutcome.CREATED, in.account());
    assertEquals(ada(), in.user().primaryEmail().orElseThrow().address());
    assertFalse(in.user().primaryEmail().orElseThrow().verified(), "nobody proved the address");
    assertTrue(in.user().hasPassword());
    assertEquals(in.user().id(), in.session().userId());
  }

  @Rule(
      id = "PWD-002",
      value = "Signing in gives the same user a new session",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void signingInGivesTheSameUserANewSession() {
    SignInResult.SignedIn first = signUp(ada());
    SignInResult.SignedIn second = signIn(ada(), PASSWORD);

    assertEquals(first.user().id(), second.user().id());
    assertNotEquals(first.session().id(), second.session().id());
    assertNotEquals(AccountOutcome.CREATED, second.account());
  }

  @Rule(
      id = "PWD-003",
      value =
          "The session of a password sign-in rests on the password, if the provider says on what",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void theSessionRestsOnThePassword() {
    signUp(ada());
    signIn(ada(), PASSWORD)
        .session()
        .factors()
        .forEach(factor -> assertEquals(FactorKind.PASSWORD, factor.kind()));
  }

  @Rule(
      id = "PWD-004",
      value = "The case of the address makes no difference at sign-in",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void theCaseOfTheAddressMakesNoDifference() {
    SignInResult.SignedIn up = signUp(ada());
    assertEquals(up.user().id(), signIn(inUpperCase(ada()), PASSWORD).user().id());
  }

  @Rule(
      id = "PWD-005",
      value = "A display name given at sign-up is the user's",
      needs = PASSWORD_SIGN_UP)
  void aDisplayNameGivenAtSignUpIsTheUsers() {
    SignUpOptions options = SignUpOptions.builder().displayName("Ada Lovelace").build();
    assertEquals(
        Optional.of("Ada Lovelace"),
        client().passwords().signUp(ada(), PASSWORD, options).orElseThrow().user().displayName());
  }

  @Rule(
      id = "PWD-006",
      value = "A password of any script signs in as typed",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aPasswordOfAnyScriptSignsIn() {
    Secret password = Secret.of("тихая-гавань-74 ランタン");
    client().passwords().signUp(ada(), password);
    signIn(ada(), password);
  }

  @Rule(
      id = "PWD-007",
      value = "A session lasts as long as its sign-in asked for",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_DURATION})
  void aSessionLastsAsLongAsAskedFor() {
    signUp(ada());
    SignInOptions options = SignInOptions.builder().sessionDuration(Duration.ofMinutes(42)).build();
    SignInResult.SignedIn in = client().passwords().signIn(ada(), PASSWORD, options).orElseThrow();
    Duration lasts =
        Duration.between(
            in.session().startedAt().orElseThrow(), in.session().expiresAt().orElseThrow());
    assertEquals(42, lasts.plusSeconds(30).toMinutes());
  }

  @Rule(
      id = "PWD-010",
      value = "A wrong password is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aWrongPasswordIsRefused() {
    signUp(ada());
    refused(
        () -> client().passwords().signIn(ada(), OTHER_PASSWORD), ErrorCode.INVALID_CREDENTIALS);
  }

  @Rule(
      id = "PWD-011",
      value = "An unknown address is refused exactly as a wrong password is",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void anUnknownAddressLooksLikeAWrongPassword() {
    signUp(ada());
    AuthException wrong =
        refused(
            () -> client().passwords().signIn(ada(), OTHER_PASSWORD),
            ErrorCode.INVALID_CREDENTIALS);
    AuthException unknown =
        refused(
            () -> client().passwords().signIn(bob(), OTHER_PASSWORD),
            ErrorCode.INVALID_CREDENTIALS);

    assertAlike(wrong, unknown);
  }

  @Rule(
      id = "PWD-012",
      value = "An account without a password is refused exactly as a wrong password is",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, USER_CREATE})
  void anAccountWithoutAPasswordLooksLikeAWrongPassword() {
    signUp(ada());
    client().users().create(NewUser.withEmail(bob()));
    AuthException wrong =
        refused(
            () -> client().passwords().signIn(ada(), OTHER_PASSWORD),
            ErrorCode.INVALID_CREDENTIALS);
    AuthException none =
        refused(
            () -> client().passwords().signIn(bob(), OTHER_PASSWORD),
            ErrorCode.INVALID_CREDENTIALS);

    assertAlike(wrong, none);
  }

  @Rule(
      id = "PWD-013",
      value = "The password of another account is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void thePasswordOfAnotherAccountIsRefused() {
    signUp(ada());
    client().passwords().signUp(bob(), OTHER_PASSWORD);
    refused(
        () -> client().passwords().signIn(ada(), OTHER_PASSWORD), ErrorCode.INVALID_CREDENTIALS);
  }

  @Rule(
      id = "PWD-014",
      value = "A password in another case, with a blank more or cut short is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aPasswordIsTakenAsTyped() {
    signUp(ada());
    String right = PASSWORD.reveal();
    for (String wrong :
        new String[] {
          right.toUpperCase(Locale.ROOT), right + " ", right.substring(0, right.length() - 1)
        }) {
      refused(
          () -> client().passwords().signIn(ada(), Secret.of(wrong)),
          ErrorCode.INVALID_CREDENTIALS);
    }
  }

  @Rule(
      id = "PWD-015",
      value = "A long password is either refused or honoured to its last character",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aLongPasswordIsNeverCutShort() {
    String longer = "quiet-Harbour-74-lanterns-".repeat(4);
    try {
      client().passwords().signUp(ada(), Secret.of(longer));
    } catch (AuthException e) {
      refused(
          () -> {
            throw e;
          },
          ErrorCode.PASSWORD_TOO_WEAK,
          ErrorCode.INVALID_ARGUMENT);
      return;
    }
    signIn(ada(), Secret.of(longer));
    refused(
        () -> client().passwords().signIn(ada(), Secret.of(longer.substring(0, 72))),
        ErrorCode.INVALID_CREDENTIALS);
  }

  @Rule(
      id = "PWD-016",
      value = "A second sign-up with an address is refused and leaves the first password alone",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void aSecondSignUpIsRefused() {
    signUp(ada());
    refused(
        () -> client().passwords().signUp(ada(), OTHER_PASSWORD), ErrorCode.ACCOUNT_ALREADY_EXISTS);
    signIn(ada(), PASSWORD);
    refused(
        () -> client().passwords().signIn(ada(), OTHER_PASSWORD), ErrorCode.INVALID_CREDENTIALS);
  }

  @Rule(
      id = "PWD-017",
      value = "A second sign-up with the address in another case is refused",
      negative = true,
      needs = PASSWORD_SIGN_UP)
  void aSecondSignUpInAnotherCaseIsRefused() {
    signUp(ada());
    refused(
        () -> client().passwords().signUp(inUpperCase(ada()), OTHER_PASSWORD),
        ErrorCode.ACCOUNT_ALREADY_EXISTS);
  }

  @Rule(
      id = "PWD-018",
      value = "Of many sign-ups with one address at the same time exactly one succeeds",
      negative = true,
      needs = PASSWORD_SIGN_UP)
  void ofManySignUpsExactlyOneSucceeds() {
    ConcurrentCalls<SignInResult> race =
        ConcurrentCalls.run(6, () -> client().passwords().signUp(ada(), PASSWORD));
    assertEquals(1, race.winners().size(), () -> "refusals were " + race.refusals());
    race.refusals().forEach(code -> assertEquals(ErrorCode.ACCOUNT_ALREADY_EXISTS, code));
  }

  @Rule(
      id = "PWD-019",
      value = "A weak password is refused at sign-up and leaves no account behind",
      negative = true,
      needs = {PASSWORD_SIGN_UP, USER_FIND})
  void aWeakPasswordIsRefusedAtSignUp() {
    refused(() -> client().passwords().signUp(ada(), WEAK_PASSWORD), ErrorCode.PASSWORD_TOO_WEAK);
    assertEquals(Optional.empty(), client().users().findByEmail(ada()));
  }

  @Rule(
      id = "PWD-020",
      value = "An account of another project can't sign in here",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void anAccountOfAnotherProjectCantSignIn() {
    try (AuthHarness stranger = stranger()) {
      signUp(stranger.client(), ada());
      refused(() -> client().passwords().signIn(ada(), PASSWORD), ErrorCode.INVALID_CREDENTIALS);
    }
  }

  @Rule(
      id = "PWD-021",
      value = "A refused sign-in leaves other sessions alone",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_REFRESH})
  void aRefusedSignInLeavesOtherSessionsAlone() {
    SignInResult.SignedIn in = signUp(ada());
    refused(
        () -> client().passwords().signIn(ada(), OTHER_PASSWORD), ErrorCode.INVALID_CREDENTIALS);
    assertAlive(in.tokens());
  }

  @Rule(
      id = "PWD-030",
      value = "The check accepts a good password, as sign-up does",
      needs = {PASSWORD_CHECK, PASSWORD_SIGN_UP})
  void theCheckAcceptsAGoodPassword() {
    assertTrue(client().passwords().check(PASSWORD).acceptable());
    signUp(ada());
  }

  @Rule(
      id = "PWD-031",
      value = "The check refuses a weak password, as sign-up does",
      negative = true,
      needs = {PASSWORD_CHECK, PASSWORD_SIGN_UP})
  void theCheckRefusesAWeakPassword() {
    assertFalse(client().passwords().check(WEAK_PASSWORD).acceptable());
    refused(() -> client().passwords().signUp(ada(), WEAK_PASSWORD), ErrorCode.PASSWORD_TOO_WEAK);
  }

  private static void assertAlike(AuthException one, AuthException other) {
    assertEquals(message(one), message(other));
    assertEquals(one.retry(), other.retry());
    assertEquals(
        one.providerError().flatMap(ProviderError::nativeCode),
        other.providerError().flatMap(ProviderError::nativeCode));
    assertEquals(
        one.providerError().map(ProviderError::httpStatus),
        other.providerError().map(ProviderError::httpStatus));
  }

  private static EmailAddress inUpperCase(EmailAddress address) {
    return EmailAddress.of(address.value().toUpperCase(Locale.ROOT));
  }
}
