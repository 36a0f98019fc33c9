package dev.keyway.conformance;

import static dev.keyway.Capability.PASSWORD_CHANGE;
import static dev.keyway.Capability.PASSWORD_RESET;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.USER_CREATE;
import static dev.keyway.Capability.USER_FIND;
import static dev.keyway.conformance.Samples.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.NewUser;
import dev.keyway.ProviderError;
import dev.keyway.Retry;
import dev.keyway.SignInResult;
import dev.keyway.SignUpOptions;
import dev.keyway.User;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** ERR: trouble at the provider and on the way there. */
abstract class ErrorRules extends Rules {

  private static final Duration SHORT = Duration.ofMillis(400);

  ErrorRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "ERR-001",
      value = "A server error during a sign-up leaves its outcome unknown, and it is sent once",
      negative = true,
      needs = PASSWORD_SIGN_UP)
  void aServerErrorDuringASignUp() {
    faults().status(503);
    AuthException failure = signUpFails(ErrorCode.SERVICE_UNAVAILABLE);
    assertEquals(Retry.OUTCOME_UNKNOWN, failure.retry());
    assertEquals(OptionalInt.of(503), failure.providerError().orElseThrow().httpStatus());
  }

  @Rule(
      id = "ERR-002",
      value = "A server error during a read may be tried again later",
      negative = true,
      needs = {USER_CREATE, USER_FIND})
  void aServerErrorDuringARead() {
    User user = client().users().create(NewUser.withEmail(ada()));
    faults().status(503);
    AuthException failure =
        refused(() -> client().users().find(user.id()), ErrorCode.SERVICE_UNAVAILABLE);
    assertEquals(Retry.SAFE_LATER, failure.retry());
    assertEquals(user, client().users().find(user.id()).orElseThrow());
  }

  @Rule(
      id = "ERR-003",
      value = "Too many requests: the provider's wish how long to wait is handed on",
      negative = true,
      needs = PASSWORD_SIGN_UP)
  void tooManyRequestsWithAWish() {
    faults().tooManyRequests(Optional.of(Duration.ofSeconds(7)));
    AuthException failure = signUpFails(ErrorCode.RATE_LIMITED);
    assertEquals(Retry.SAFE_LATER, failure.retry());
    assertEquals(
        Optional.of(Duration.ofSeconds(7)),
        failure.providerError().flatMap(ProviderError::retryAfter));
  }

  @Rule(
      id = "ERR-004",
      value = "Too many requests without a wish: none is made up",
      negative = true,
      needs = PASSWORD_SIGN_UP)
  void tooManyRequestsWithoutAWish() {
    faults().tooManyRequests(Optional.empty());
    AuthException failure = signUpFails(ErrorCode.RATE_LIMITED);
    assertEquals(Retry.SAFE_LATER, failure.retry());
    assertEquals(Optional.empty(), failure.providerError().flatMap(ProviderError::retryAfter));
  }

  @Rule(
      id = "ERR-005",
      value = "A connection that breaks during a sign-up leaves its outcome unknown, sent once",
      negative = true,
      needs = {PASSWORD_SIGN_UP, USER_FIND})
  void aConnectionThatBreaksBeforeProcessing() {
    faults().dropBefore();
    assertEquals(Retry.OUTCOME_UNKNOWN, signUpFails(ErrorCode.NO_RESPONSE).retry());
    assertEquals(Optional.empty(), client().users().findByEmail(ada()));
  }

  @Rule(
      id = "ERR-006",
      value = "A lost answer to a sign-up leaves its outcome unknown, and it is sent once",
      negative = true,
      needs = {PASSWORD_SIGN_UP, USER_FIND})
  void aLostAnswerToASignUp() {
    faults().dropAfter();
    assertEquals(Retry.OUTCOME_UNKNOWN, signUpFails(ErrorCode.NO_RESPONSE).retry());
    assertTrue(client().users().findByEmail(ada()).isPresent(), "the sign-up was processed");
  }

  @Rule(
      id = "ERR-007",
      value = "An answer cut off in the middle is never taken for a session",
      negative = true,
      needs = PASSWORD_SIGN_UP)
  void anAnswerCutOffInTheMiddle() {
    faults().truncate();
    signUpFails(ErrorCode.INVALID_RESPONSE, ErrorCode.NO_RESPONSE);
  }

  @Rule(
      id = "ERR-008",
      value = "A web page in place of an answer is not the provider's",
      negative = true,
      needs = PASSWORD_SIGN_UP)
  void aWebPageInPlaceOfAnAnswer() {
    faults().webPage();
    signUpFails(ErrorCode.INVALID_RESPONSE);
  }

  @Rule(
      id = "ERR-009",
      value = "A call ends within its timeout though the provider never answers, and is sent once",
      negative = true,
      needs = PASSWORD_SIGN_UP)
  void aCallEndsWithinItsTimeout() {
    BadNetwork.Held held = faults().hold();
    try {
      SignUpOptions options = SignUpOptions.builder().timeout(SHORT).build();
      int before = writes();
      AuthException failure =
          refused(
              () -> client().passwords().signUp(ada(), PASSWORD, options), ErrorCode.NO_RESPONSE);
      assertEquals(Retry.OUTCOME_UNKNOWN, failure.retry());
      held.release();
      assertSentAtMostOnce(before);
    } finally {
      held.release();
    }
  }

  @Rule(
      id = "ERR-010",
      value = "A read that gets no answer in time may be tried again later",
      negative = true,
      needs = {USER_CREATE, USER_FIND})
  void aReadThatGetsNoAnswerInTime() {
    User user = client().users().create(NewUser.withEmail(ada()));
    BadNetwork.Held held = faults().hold();
    try {
      CallOptions options = CallOptions.builder().timeout(SHORT).build();
      AuthException failure =
          refused(() -> client().users().find(user.id(), options), ErrorCode.NO_RESPONSE);
      assertEquals(Retry.SAFE_LATER, failure.retry());
    } finally {
      held.release();
    }
    assertTrue(client().users().find(user.id()).isPresent(), "the client did not recover");
  }

  @Rule(
      id = "ERR-011",
      value = "Where nobody listens nothing was processed, and trying again is safe",
      negative = true,
      needs = PASSWORD_SIGN_UP)
  void whereNobodyListens() {
    Map<String, String> unreachable = harness().unreachable();
    part(
        unreachable.isEmpty() ? Optional.empty() : Optional.of(unreachable),
        "unreachable settings",
        "the provider can't be cut off");
    try (AuthClient cutOff = harness().builder(unreachable).build()) {
      AuthException failure =
          refused(() -> cutOff.passwords().signUp(ada(), PASSWORD), ErrorCode.CONNECTION_FAILED);
      assertEquals(Retry.SAFE_NOW, failure.retry());
      assertTrue(
          failure.providerError().flatMap(e -> e.httpStatus().stream().boxed().findAny()).isEmpty(),
          "nobody answered");
    }
  }

  @Rule(
      id = "ERR-012",
      value = "Refused project credentials are the project's fault, never the person's",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, USER_FIND})
  void refusedProjectCredentials() {
    Map<String, String> wrong = harness().wrongCredentials();
    part(
        wrong.isEmpty() ? Optional.empty() : Optional.of(wrong),
        "wrong credentials",
        "the project can't be made to be refused");
    signUp(ada());
    try (AuthClient stranger = harness().builder(wrong).build()) {
      refused(
          () -> stranger.passwords().signIn(ada(), PASSWORD),
          ErrorCode.PROJECT_CREDENTIALS_REFUSED);
      refused(() -> stranger.users().findByEmail(ada()), ErrorCode.PROJECT_CREDENTIALS_REFUSED);
    }
  }

  @Rule(
      id = "ERR-013",
      value = "A lost answer to a password change is not answered by changing again",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_CHANGE})
  void aServerErrorDuringAChangeIsNotRepeated() {
    SignInResult.SignedIn in = signUp(ada());
    BadNetwork faults = faults();
    int before = writes();
    faults.dropAfter();
    refused(
        () -> client().passwords().change(in.tokens(), PASSWORD, Samples.OTHER_PASSWORD),
        ErrorCode.NO_RESPONSE);
    assertTrue(writes() - before <= 2, "the change was repeated");
  }

  @Rule(
      id = "ERR-014",
      value = "A reset whose answer is lost mails one link, not two",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_RESET})
  void aLostAnswerToAResetMailsOneLink() {
    signUp(ada());
    faults().dropAfter();
    refused(
        () -> client().passwords().startReset(ada(), harness().callback()), ErrorCode.NO_RESPONSE);
    harness().messages().awaitLink(ada().value(), SentMessages.LinkKind.PASSWORD_RESET);
    assertEquals(1, harness().messages().sentTo(ada().value()));
  }

  @Rule(
      id = "ERR-015",
      value = "After trouble the same client works again",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void afterTroubleTheClientWorksAgain() {
    signUp(ada());
    faults().dropBefore();
    refused(() -> client().passwords().signIn(ada(), PASSWORD), ErrorCode.NO_RESPONSE);
    faults().status(500);
    refused(() -> client().passwords().signIn(ada(), PASSWORD), ErrorCode.SERVICE_UNAVAILABLE);
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "ERR-016",
      value = "A provider's refusal says who refused, and over a wire with which status",
      negative = true,
      needs = PASSWORD_SIGN_UP)
  void aRefusalSaysWhoRefused() {
    signUp(ada());
    AuthException failure =
        refused(
            () -> client().passwords().signUp(ada(), PASSWORD), ErrorCode.ACCOUNT_ALREADY_EXISTS);
    assertTrue(failure.providerError().isPresent(), () -> "providerError() is empty on " + failure);
    ProviderError error = failure.providerError().orElseThrow();
    assertEquals(client().provider(), error.provider(), "providerError().provider()");
    assertTrue(
        error.httpStatus().isPresent() || harness().wire().isEmpty(),
        () -> "providerError().httpStatus() is empty on " + error + ", which came over a wire");
    assertEquals(Retry.NEVER, failure.retry(), "retry()");
    assertFalse(message(failure).isBlank(), "getMessage() is blank");
  }

  private AuthException signUpFails(ErrorCode... codes) {
    int before = writes();
    AuthException failure = refused(() -> client().passwords().signUp(ada(), PASSWORD), codes);
    assertSentAtMostOnce(before);
    return failure;
  }

  private int writes() {
    return harness().wire().map(Wire::writes).orElse(0);
  }

  private void assertSentAtMostOnce(int before) {
    int sent = writes() - before;
    assertTrue(sent <= 1, () -> "the sign-up was sent " + sent + " times");
  }
}
