package dev.keyway.conformance;

import static dev.keyway.Capability.DELIVERY_EXPIRY;
import static dev.keyway.Capability.MAGIC_LINK;
import static dev.keyway.Capability.OTP_EMAIL;
import static dev.keyway.Capability.PASSWORD_SET;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.SESSION_REFRESH;
import static dev.keyway.Capability.SESSION_VERIFY;
import static dev.keyway.conformance.Samples.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthClient;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.SignInResult;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** OTP: one-time codes by e-mail. */
abstract class OtpRules extends Rules {

  private static final ErrorCode[] WRONG = {ErrorCode.CODE_INCORRECT, ErrorCode.CODE_REFUSED};

  OtpRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "OTP-001",
      value = "The first code makes an account with a verified address",
      needs = {OTP_EMAIL, SESSION_VERIFY})
  void theFirstCodeMakesAnAccount() {
    SignInResult.SignedIn in = signInByCode(ada());
    assertNotEquals(AccountOutcome.EXISTING, in.account());
    assertEquals(ada(), in.user().primaryEmail().orElseThrow().address());
    assertTrue(in.user().primaryEmail().orElseThrow().verified(), "the code proved the address");
    assertEquals(in.user().id(), client().sessions().verify(in.tokens().access()).userId());
  }

  @Rule(id = "OTP-002", value = "A later code signs the same user in", needs = OTP_EMAIL)
  void aLaterCodeSignsTheSameUserIn() {
    SignInResult.SignedIn first = signInByCode(ada());
    SignInResult.SignedIn second = signInByCode(ada());
    assertEquals(first.user().id(), second.user().id());
    assertNotEquals(first.session().id(), second.session().id());
    assertNotEquals(AccountOutcome.CREATED, second.account());
  }

  @Rule(
      id = "OTP-003",
      value =
          "A code is taken as it is typed and pasted: in lower case, with blanks, dashes or"
              + " unseen characters, in other scripts' digits",
      needs = OTP_EMAIL)
  void aCodeIsTakenAsPeopleTypeIt() {
    Challenge challenge = send(ada());
    String code = code(ada()).reveal().toLowerCase(Locale.ROOT);
    client().otps().verify(challenge.handle(), Codes.pasted(code)).orElseThrow();
  }

  @Rule(id = "OTP-004", value = "After a resend the newer code signs in", needs = OTP_EMAIL)
  void afterAResendTheNewerCodeSignsIn() {
    send(ada());
    code(ada());
    Challenge newer = send(ada());
    client().otps().verify(newer.handle(), code(ada())).orElseThrow();
  }

  @Rule(
      id = "OTP-005",
      value = "Any instance of the application can finish the flow",
      needs = OTP_EMAIL)
  void anyInstanceCanFinishTheFlow() {
    Challenge challenge = send(ada());
    ChallengeHandle fromCookie = ChallengeHandle.of(challenge.handle().reveal());
    try (AuthClient second = harness().builder(Map.of()).build()) {
      second.otps().verify(fromCookie, code(ada())).orElseThrow();
    }
  }

  @Rule(id = "OTP-006", value = "A wrong code does not use the right one up", needs = OTP_EMAIL)
  void aWrongCodeDoesNotUseTheRightOneUp() {
    Challenge challenge = send(ada());
    OneTimeCode right = code(ada());
    refused(() -> client().otps().verify(challenge.handle(), Codes.wrong(right)), WRONG);
    client().otps().verify(challenge.handle(), right).orElseThrow();
  }

  @Rule(
      id = "OTP-007",
      value = "Who signed in by code can set a first password and sign in with it",
      needs = {OTP_EMAIL, PASSWORD_SET, PASSWORD_SIGN_IN, SESSION_REFRESH})
  void aFirstPasswordCanBeSet() {
    SignInResult.SignedIn in = signInByCode(ada());
    client().passwords().set(in.tokens(), PASSWORD);
    assertAlive(in.tokens());
    assertEquals(in.user().id(), signIn(ada(), PASSWORD).user().id());
  }

  @Rule(
      id = "OTP-008",
      value = "A code lasts as long as its sending asked for",
      needs = {OTP_EMAIL, DELIVERY_EXPIRY})
  void aCodeLastsAsLongAsAskedFor() {
    Challenge challenge = send(ada(), delivery().expiresIn(Duration.ofMinutes(9)));
    OneTimeCode code = code(ada());
    clock().advance(Duration.ofMinutes(8));
    client().otps().verify(challenge.handle(), code).orElseThrow();
  }

  @Rule(id = "OTP-010", value = "A wrong code is refused", negative = true, needs = OTP_EMAIL)
  void aWrongCodeIsRefused() {
    Challenge challenge = send(ada());
    OneTimeCode right = code(ada());
    for (OneTimeCode wrong :
        new OneTimeCode[] {
          Codes.wrong(right),
          OneTimeCode.of(right.reveal() + "0"),
          OneTimeCode.of(right.reveal().substring(1)),
          OneTimeCode.of("!"),
          OneTimeCode.of("\u0661\u0662\u0663\u0664\u0665\u0666")
        }) {
      refused(() -> client().otps().verify(challenge.handle(), wrong), WRONG);
    }
  }

  @Rule(id = "OTP-011", value = "A code works once", negative = true, needs = OTP_EMAIL)
  void aCodeWorksOnce() {
    Challenge challenge = send(ada());
    OneTimeCode code = code(ada());
    client().otps().verify(challenge.handle(), code).orElseThrow();
    refused(
        () -> client().otps().verify(challenge.handle(), code),
        ErrorCode.CODE_ALREADY_USED,
        ErrorCode.CODE_REFUSED,
        ErrorCode.CODE_INCORRECT);
  }

  @Rule(
      id = "OTP-012",
      value = "Of many uses of one code at the same time exactly one signs in",
      negative = true,
      needs = OTP_EMAIL)
  void ofManyUsesExactlyOneSignsInByCode() {
    Challenge challenge = send(ada());
    OneTimeCode code = code(ada());
    ConcurrentCalls<SignInResult> race =
        ConcurrentCalls.run(
            ConcurrentCalls.RACERS, () -> client().otps().verify(challenge.handle(), code));
    assertEquals(1, race.winners().size(), () -> "refusals were " + race.refusals());
  }

  @Rule(
      id = "OTP-013",
      value = "A code that has expired is refused",
      negative = true,
      needs = OTP_EMAIL)
  void anExpiredCodeIsRefused() {
    Challenge challenge = send(ada());
    OneTimeCode code = code(ada());
    clock().advance(Duration.ofDays(8));
    refused(
        () -> client().otps().verify(challenge.handle(), code),
        ErrorCode.CODE_EXPIRED,
        ErrorCode.CODE_REFUSED,
        ErrorCode.CHALLENGE_EXPIRED);
  }

  @Rule(
      id = "OTP-014",
      value = "A code of one person is refused with the handle of another",
      negative = true,
      needs = OTP_EMAIL)
  void aCodeIsRefusedWithAnothersHandleByCode() {
    Challenge adas = send(ada());
    Challenge bobs = send(bob());
    OneTimeCode adasCode = code(ada());
    OneTimeCode bobsCode = code(bob());
    refused(() -> client().otps().verify(bobs.handle(), adasCode), WRONG);
    refused(() -> client().otps().verify(adas.handle(), bobsCode), WRONG);
  }

  @Rule(
      id = "OTP-015",
      value = "A handle of another project is refused unsent",
      negative = true,
      needs = OTP_EMAIL)
  void aHandleOfAnotherProjectIsRefused() {
    try (AuthHarness stranger = stranger()) {
      ChallengeHandle foreign =
          stranger.client().otps().sendEmail(ada(), to(stranger).build()).handle();
      OneTimeCode code = stranger.messages().awaitCode(ada().value());
      refusedUnsent(() -> client().otps().verify(foreign, code), ErrorCode.CHALLENGE_INVALID);
    }
  }

  @Rule(
      id = "OTP-016",
      value = "A handle that was changed, cut or made up is refused unsent",
      negative = true,
      needs = OTP_EMAIL)
  void aChangedHandleIsRefusedByCode() {
    ChallengeHandle genuine = send(ada()).handle();
    OneTimeCode code = code(ada());
    for (ChallengeHandle bad : Codes.tampered(genuine)) {
      refusedUnsent(() -> client().otps().verify(bad, code), ErrorCode.CHALLENGE_INVALID);
    }
    client().otps().verify(genuine, code).orElseThrow();
  }

  @Rule(
      id = "OTP-017",
      value = "The handle of a magic link is no handle of a code",
      negative = true,
      needs = {OTP_EMAIL, MAGIC_LINK})
  void aHandleOfAnotherFlowIsRefusedByCode() {
    ChallengeHandle wrong = client().magicLinks().send(ada(), harness().callback()).handle();
    refusedUnsent(
        () -> client().otps().verify(wrong, OneTimeCode.of("123456")), ErrorCode.CHALLENGE_INVALID);
  }

  @Rule(
      id = "OTP-018",
      value = "After many wrong tries the right code is refused too",
      negative = true,
      needs = OTP_EMAIL)
  void afterManyWrongTriesTheRightCodeIsRefused() {
    signInByCode(ada());
    Challenge challenge = send(ada());
    OneTimeCode right = code(ada());
    for (int i = 0; i < 25; i++) {
      refused(
          () -> client().otps().verify(challenge.handle(), Codes.wrong(right)),
          ErrorCode.CODE_INCORRECT,
          ErrorCode.CODE_REFUSED,
          ErrorCode.TOO_MANY_ATTEMPTS,
          ErrorCode.ACCOUNT_LOCKED);
    }
    refused(
        () -> client().otps().verify(challenge.handle(), right),
        ErrorCode.TOO_MANY_ATTEMPTS,
        ErrorCode.ACCOUNT_LOCKED);
  }

  @Rule(
      id = "OTP-019",
      value = "For existing users only: an unknown address is refused, and nothing is sent to it",
      negative = true,
      needs = OTP_EMAIL)
  void existingUsersOnlyByCode() {
    refused(() -> send(bob(), delivery().existingUsersOnly(true)), ErrorCode.USER_NOT_FOUND);
    assertEquals(0, harness().messages().sentTo(bob().value()));
    signInByCode(ada());
    Challenge challenge = send(ada(), delivery().existingUsersOnly(true));
    client().otps().verify(challenge.handle(), code(ada())).orElseThrow();
  }

  @Rule(
      id = "OTP-020",
      value = "A lost answer to a sign-in by code is not answered by spending the code again",
      negative = true,
      needs = OTP_EMAIL)
  void aLostAnswerIsNotRepeated() {
    Challenge challenge = send(ada());
    OneTimeCode code = code(ada());
    int before = wire().writes();
    faults().dropAfter();
    refused(() -> client().otps().verify(challenge.handle(), code), ErrorCode.NO_RESPONSE);
    assertEquals(1, wire().writes() - before, "the code was spent again");
  }

  private SignInResult.SignedIn signInByCode(EmailAddress email) {
    Challenge challenge = send(email);
    return client().otps().verify(challenge.handle(), code(email)).orElseThrow();
  }

  private Challenge send(EmailAddress email) {
    return send(email, delivery());
  }

  private Challenge send(EmailAddress email, DeliveryOptions.Builder delivery) {
    return client().otps().sendEmail(email, delivery.build());
  }

  private DeliveryOptions.Builder delivery() {
    return to(harness());
  }

  private static DeliveryOptions.Builder to(AuthHarness harness) {
    return DeliveryOptions.builder().callback(harness.callback());
  }

  private OneTimeCode code(EmailAddress email) {
    return harness().messages().awaitCode(email.value());
  }
}
