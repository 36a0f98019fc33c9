package dev.keyway.providers.stackauth;

import static dev.keyway.providers.stackauth.FakeStack.CALLBACK;
import static dev.keyway.providers.stackauth.FakeStack.CODE;
import static dev.keyway.providers.stackauth.FakeStack.JANE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.CallbackOptions;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.PhoneNumber;
import dev.keyway.SignInResult.SecondFactorRequired;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes and links, which are one mail. */
class StackAuthOtpsTest {

  private static final String SEND = "POST /api/v1/auth/otp/send-sign-in-code";
  private static final String SIGN_IN = "POST /api/v1/auth/otp/sign-in";
  private static final String OTP = CODE.substring(0, 6);
  private static final String NONCE = CODE.substring(6);
  private static final DeliveryOptions LEADING_BACK =
      DeliveryOptions.builder().callback(CALLBACK).build();

  private final FakeStack stack =
      new FakeStack().on(SEND, Reply.json(200, "{\"nonce\":\"" + NONCE + "\"}"));

  @AfterEach
  void close() {
    stack.close();
  }

  @Test
  void theHandleHidesWhatTheCodeLacks() {
    Challenge challenge = stack.client().otps().sendEmail(JANE, LEADING_BACK);
    assertEquals(FakeStack.NOW.plus(Duration.ofDays(7)), challenge.expiresAt());
    assertFalse(challenge.handle().reveal().contains(NONCE));
    assertEquals(
        "{\"email\":\"jane@example.org\",\"callback_url\":\"https://app.example.org/back\"}",
        stack.sent(SEND).get(0).body());
  }

  @Test
  void aMailNeedsToKnowWhereItsLinkLeads() {
    AuthException failure =
        assertCode(ErrorCode.INVALID_ARGUMENT, () -> stack.client().otps().sendEmail(JANE));
    assertTrue(failure.toString().contains("keyway.callback-url"));
    assertEquals(List.of(), stack.sent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7W3K0C", "7w3k0c", " 7w3-k0c ", "7W3 KOC", "7w3‑k0c", "7w3\u00a0k0c", "７w３k０c"})
  void aCodeIsReadAsPeopleTypeIt(String typed) {
    stack.on(SIGN_IN, Reply.json(200, stack.signedIn().replace("}", ",\"is_new_user\":true}")));
    ChallengeHandle handle = stack.client().otps().sendEmail(JANE, LEADING_BACK).handle();
    assertEquals(
        AccountOutcome.CREATED,
        stack.client().otps().verify(handle, OneTimeCode.of(typed)).orElseThrow().account());
    assertEquals("{\"code\":\"" + CODE + "\"}", stack.sent(SIGN_IN).get(0).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7w3k0", "7w3k0c0", "7w3k0u"})
  void whatCannotBeACodeIsIncorrectAndNotSent(String typed) {
    ChallengeHandle handle = stack.client().otps().sendEmail(JANE, LEADING_BACK).handle();
    assertCode(
        ErrorCode.CODE_INCORRECT,
        () -> stack.client().otps().verify(handle, OneTimeCode.of(typed)));
    assertEquals(List.of(SEND), stack.sent());
  }

  @ParameterizedTest
  @CsvSource({
    "404, VERIFICATION_CODE_NOT_FOUND, CODE_INCORRECT, LINK_UNKNOWN",
    "400, VERIFICATION_CODE_EXPIRED, CODE_EXPIRED, LINK_EXPIRED",
    "409, VERIFICATION_CODE_ALREADY_USED, CODE_ALREADY_USED, LINK_ALREADY_USED",
    "400, VERIFICATION_CODE_MAX_ATTEMPTS_REACHED, TOO_MANY_ATTEMPTS, TOO_MANY_ATTEMPTS",
    "400, SIGN_UP_NOT_ENABLED, SIGN_UP_DISABLED, SIGN_UP_DISABLED",
  })
  void aRefusalMeansTheCodeOrTheLink(
      int status, String nativeCode, ErrorCode ofTheCode, ErrorCode ofTheLink) {
    stack.on(SIGN_IN, FakeStack.known(status, nativeCode));
    ChallengeHandle handle = stack.client().otps().sendEmail(JANE, LEADING_BACK).handle();
    assertCode(ofTheCode, () -> stack.client().otps().verify(handle, OneTimeCode.of(OTP)));
    assertCode(ofTheLink, () -> stack.client().magicLinks().authenticate(link(CODE)));
    assertEquals(2, stack.sent(SIGN_IN).size());
  }

  @Test
  void aHandleOfAnotherFlowIsInvalid() {
    ChallengeHandle link = stack.client().magicLinks().send(JANE, CALLBACK).handle();
    ChallengeHandle code = stack.client().otps().sendEmail(JANE, LEADING_BACK).handle();
    assertCode(
        ErrorCode.CHALLENGE_INVALID, () -> stack.client().otps().verify(link, OneTimeCode.of(OTP)));
    assertCode(
        ErrorCode.CHALLENGE_INVALID,
        () ->
            stack
                .client()
                .magicLinks()
                .authenticate(link(CODE), CallbackOptions.builder().handle(code).build()));
    assertEquals(List.of(), stack.sent(SIGN_IN));
  }

  @Test
  void aLinkSignsInByItselfAndWithItsHandle() {
    stack.on(SIGN_IN, Reply.json(200, stack.signedIn().replace("}", ",\"is_new_user\":false}")));
    CallbackOptions withHandle =
        CallbackOptions.builder()
            .handle(stack.client().magicLinks().send(JANE, CALLBACK).handle())
            .build();
    assertEquals(
        AccountOutcome.EXISTING,
        stack
            .client()
            .magicLinks()
            .authenticate(link(CODE.toUpperCase(Locale.ROOT)))
            .orElseThrow()
            .account());
    stack.client().magicLinks().authenticate(link(CODE), withHandle);
    assertCode(
        ErrorCode.CALLBACK_INVALID,
        () -> stack.client().magicLinks().authenticate(link(CODE.replace("m8", "m9")), withHandle));
    assertEquals(2, stack.sent(SIGN_IN).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?code=", "?code=abc", "?code=a&code=b", "?token=x", "?code=%C3%28"})
  void aCallbackWithoutOneCodeIsRefusedBeforeAnythingIsSent(String query) {
    assertCode(
        ErrorCode.CALLBACK_INVALID,
        () -> stack.client().magicLinks().authenticate(URI.create(CALLBACK + query)));
    assertEquals(List.of(), stack.sent());
  }

  @Test
  void existingUsersOnlyAsksFirst() {
    stack.on("GET /api/v1/users", Reply.json(200, "{\"items\":[],\"pagination\":null}"));
    DeliveryOptions existing =
        DeliveryOptions.builder().callback(CALLBACK).existingUsersOnly(true).build();
    assertCode(ErrorCode.USER_NOT_FOUND, () -> stack.client().otps().sendEmail(JANE, existing));
    assertEquals(List.of("GET /api/v1/users"), stack.sent());
    stack.on(
        "GET /api/v1/users",
        Reply.json(200, "{\"items\":[" + FakeStack.user("jane@example.org") + "]}"));
    stack.client().magicLinks().send(JANE, CALLBACK, existing);
    assertEquals(1, stack.sent(SEND).size());
  }

  @Test
  void aSecondFactorIsDemandedHereToo() {
    stack.on(
        SIGN_IN,
        FakeStack.known(
            400, "MULTI_FACTOR_AUTHENTICATION_REQUIRED", "{\"attempt_code\":\"" + CODE + "\"}"));
    assertInstanceOf(
        SecondFactorRequired.class, stack.client().magicLinks().authenticate(link(CODE)));
  }

  @Test
  void textMessagesAreUnsupported() {
    PhoneNumber phone = PhoneNumber.of("+14155550123");
    assertCode(ErrorCode.UNSUPPORTED, () -> stack.client().otps().sendSms(phone));
    assertCode(ErrorCode.UNSUPPORTED, () -> stack.client().otps().sendWhatsApp(phone));
    assertEquals(List.of(), stack.sent());
  }

  private static URI link(String code) {
    return URI.create(CALLBACK + "?keep=1&code=" + code);
  }

  private static AuthException assertCode(ErrorCode code, Executable call) {
    AuthException failure = assertThrows(AuthException.class, call);
    assertEquals(code, failure.code());
    return failure;
  }
}
