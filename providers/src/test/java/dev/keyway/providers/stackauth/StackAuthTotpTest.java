package dev.keyway.providers.stackauth;

import static dev.keyway.providers.stackauth.FakeStack.CODE;
import static dev.keyway.providers.stackauth.FakeStack.JANE;
import static dev.keyway.providers.stackauth.FakeStack.NOW;
import static dev.keyway.providers.stackauth.FakeStack.PASSWORD;
import static dev.keyway.providers.stackauth.FakeStack.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.SecondFactorKind;
import dev.keyway.SignInResult.SecondFactorRequired;
import dev.keyway.SignInResult.SignedIn;
import dev.keyway.TotpEnrolment;
import dev.keyway.TotpOptions;
import dev.keyway.UserId;
import dev.keyway.providers.http.ScriptedServer.Reply;
import dev.keyway.providers.totp.TotpDevice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Enrolling an authenticator app, and completing sign-ins with it. */
class StackAuthTotpTest {

  private static final String PATCH = "PATCH /api/v1/users/" + USER;
  private static final String READ = "GET /api/v1/users/" + USER;
  private static final String MFA = "POST /api/v1/auth/mfa/sign-in";
  private static final String ENROLLED =
      FakeStack.user("jane@example.org")
          .replace("\"requires_totp_mfa\":false", "\"requires_totp_mfa\":true");
  private static final TotpOptions ACME = TotpOptions.builder().issuer("Acme").build();

  private final FakeStack stack =
      new FakeStack()
          .on(PATCH, Reply.json(200, ENROLLED))
          .on(
              "POST /api/v1/auth/password/sign-in",
              FakeStack.known(
                  400,
                  "MULTI_FACTOR_AUTHENTICATION_REQUIRED",
                  "{\"attempt_code\":\"" + CODE + "\"}"));

  @AfterEach
  void close() {
    stack.close();
  }

  @Test
  void theKeyIsStoredOnlyAfterAFirstCode() {
    TotpEnrolment enrolment = stack.client().totp().startEnrolment(stack.tokens(), ACME);
    assertEquals(32, enrolment.key().reveal().length());
    assertEquals(
        "otpauth://totp/Acme:jane%40example.org?secret="
            + enrolment.key().reveal()
            + "&issuer=Acme&algorithm=SHA1&digits=6&period=30",
        enrolment.uri().reveal());
    assertEquals(List.of(), enrolment.recoveryCodes());
    assertFalse(enrolment.toString().contains(enrolment.key().reveal()));
    assertEquals(List.of(), stack.sent(PATCH));

    String code = TotpDevice.code(enrolment.key().reveal(), NOW);
    stack
        .client()
        .totp()
        .finishEnrolment(
            stack.tokens(),
            enrolment.handle(),
            OneTimeCode.of(code.substring(0, 3) + " " + code.substring(3)));
    assertTrue(
        stack
            .sent(PATCH)
            .get(0)
            .body()
            .matches("\\{\"totp_secret_base64\":\"[A-Za-z0-9+/]{27}=\"}"));
  }

  @Test
  void aCodeOfAnotherStepDoesNotEnrol() {
    TotpEnrolment enrolment = stack.client().totp().startEnrolment(stack.tokens(), ACME);
    for (String code :
        List.of(
            TotpDevice.code(enrolment.key().reveal(), NOW.minusSeconds(30)),
            TotpDevice.code(enrolment.key().reveal(), NOW.plusSeconds(30)),
            "12345",
            "１２３４５６")) {
      assertCode(
          ErrorCode.CODE_INCORRECT,
          () ->
              stack
                  .client()
                  .totp()
                  .finishEnrolment(stack.tokens(), enrolment.handle(), OneTimeCode.of(code)));
    }
    assertEquals(List.of(), stack.sent(PATCH));
  }

  @Test
  void anEnrolmentIsForItsOwnUser() {
    TotpEnrolment enrolment = stack.client().totp().startEnrolment(stack.tokens(), ACME);
    String other =
        stack.accessToken(
            "projects",
            "",
            claims -> {
              claims.put("sub", "00000000-0000-4000-8000-000000000000");
              return claims;
            });
    stack.on(
        "POST /api/v1/auth/sessions/current/refresh",
        Reply.json(200, "{\"access_token\":\"" + other + "\"}"));
    assertCode(
        ErrorCode.CHALLENGE_INVALID,
        () ->
            stack
                .client()
                .totp()
                .finishEnrolment(
                    stack.tokens(),
                    enrolment.handle(),
                    OneTimeCode.of(TotpDevice.code(enrolment.key().reveal(), NOW))));
    assertEquals(List.of(), stack.sent(PATCH));
  }

  @Test
  void theProjectsNameIsTheIssuerUnlessSaidOtherwise() {
    stack.on("GET /api/v1/projects/current", Reply.json(200, "{\"display_name\":\"My Project\"}"));
    TotpEnrolment enrolment = stack.client().totp().startEnrolment(stack.tokens());
    assertTrue(enrolment.uri().reveal().startsWith("otpauth://totp/My%20Project:"));
  }

  @Test
  void longNamesAreCutForThePicture() {
    String user =
        FakeStack.user("jane@example.org")
            .replace("\"jane@example.org\"", "null")
            .replace("Jane", "\u4e00".repeat(256));
    stack.on(READ, Reply.json(200, user));
    String project = "\u4e00".repeat(256);
    stack.on(
        "GET /api/v1/projects/current", Reply.json(200, "{\"display_name\":\"" + project + "\"}"));
    String uri = stack.client().totp().startEnrolment(stack.tokens()).uri().reveal();
    String letter = "%E4%B8%80";
    assertTrue(
        uri.startsWith("otpauth://totp/" + letter.repeat(64) + ":" + letter.repeat(128) + "?"),
        uri);
  }

  @Test
  void anAppIsEnrolledOnceAndDisabledOnce() {
    assertCode(ErrorCode.FACTOR_NOT_ENROLLED, () -> stack.client().totp().disable(UserId.of(USER)));
    stack.on(READ, Reply.json(200, ENROLLED));
    assertCode(
        ErrorCode.FACTOR_ALREADY_ENROLLED,
        () -> stack.client().totp().startEnrolment(stack.tokens(), ACME));
    stack.client().totp().disable(UserId.of(USER));
    assertEquals("{\"totp_secret_base64\":null}", stack.sent(PATCH).get(0).body());
    assertCode(ErrorCode.UNSUPPORTED, () -> stack.client().totp().recoveryCodes(UserId.of(USER)));
  }

  @Test
  void aSignInIsCompletedWithTheCode() {
    stack.on(MFA, Reply.json(200, stack.signedIn().replace("}", ",\"is_new_user\":false}")));
    SignedIn in =
        stack.client().secondFactor().completeWithTotp(halfway(), OneTimeCode.of("123-456"));
    assertEquals(USER, in.user().id().value());
    assertEquals(
        "{\"type\":\"totp\",\"totp\":\"123456\",\"code\":\"" + CODE + "\"}",
        stack.sent(MFA).get(0).body());
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_TOTP_CODE, CODE_INCORRECT",
    "404, VERIFICATION_CODE_NOT_FOUND, CHALLENGE_INVALID",
    "400, VERIFICATION_CODE_EXPIRED, CHALLENGE_EXPIRED",
    "409, VERIFICATION_CODE_ALREADY_USED, CHALLENGE_INVALID",
    "400, VERIFICATION_CODE_MAX_ATTEMPTS_REACHED, TOO_MANY_ATTEMPTS",
  })
  void aRefusedCodeSaysWhy(int status, String nativeCode, ErrorCode code) {
    stack.on(MFA, FakeStack.known(status, nativeCode));
    ChallengeHandle handle = halfway();
    assertCode(
        code,
        () -> stack.client().secondFactor().completeWithTotp(handle, OneTimeCode.of("123456")));
    assertEquals(1, stack.sent(MFA).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "1234567", "12345a", "１２３４５"})
  void whatCannotBeACodeIsIncorrectAndNotSent(String code) {
    ChallengeHandle handle = halfway();
    assertCode(
        ErrorCode.CODE_INCORRECT,
        () -> stack.client().secondFactor().completeWithTotp(handle, OneTimeCode.of(code)));
    assertEquals(List.of(), stack.sent(MFA));
  }

  @Test
  void otherSecondFactorsAreUnsupported() {
    ChallengeHandle handle = halfway();
    OneTimeCode code = OneTimeCode.of("123456");
    assertCode(
        ErrorCode.UNSUPPORTED,
        () -> stack.client().secondFactor().completeWithRecoveryCode(handle, code));
    assertCode(
        ErrorCode.UNSUPPORTED,
        () -> stack.client().secondFactor().sendOtp(handle, SecondFactorKind.SMS_OTP));
    assertCode(
        ErrorCode.UNSUPPORTED, () -> stack.client().secondFactor().completeWithOtp(handle, code));
  }

  private ChallengeHandle halfway() {
    return assertInstanceOf(
            SecondFactorRequired.class, stack.client().passwords().signIn(JANE, PASSWORD))
        .handle();
  }

  private static void assertCode(ErrorCode code, Executable call) {
    assertEquals(code, assertThrows(AuthException.class, call).code());
  }
}
