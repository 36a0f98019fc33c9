package dev.keyway.providers.stackauth;

import static dev.keyway.providers.stackauth.FakeStack.CODE;
import static dev.keyway.providers.stackauth.FakeStack.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Passkey;
import dev.keyway.PasskeyCeremony;
import dev.keyway.PasskeyId;
import dev.keyway.PasskeyOptions;
import dev.keyway.SignInResult.SecondFactorRequired;
import dev.keyway.UserId;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackAuthPasskeysTest {

  private static final String BEGIN = "POST /api/v1/auth/passkey/initiate-passkey-registration";
  private static final String REGISTER = "POST /api/v1/auth/passkey/register";
  private static final String ASK = "POST /api/v1/auth/passkey/initiate-passkey-authentication";
  private static final String SIGN_IN = "POST /api/v1/auth/passkey/sign-in";
  private static final String PATCH = "PATCH /api/v1/users/" + USER;
  private static final String CHALLENGE = "Y2hhbGxlbmdl";
  private static final String PLACEHOLDER = "THIS_VALUE_WILL_BE_REPLACED.example.com";
  private static final UserId JANE = UserId.of(USER);
  private static final PasskeyOptions HERE =
      PasskeyOptions.builder().relyingPartyId("app.example.org").build();

  private final FakeStack stack =
      new FakeStack()
          .on(
              BEGIN,
              Reply.json(
                  200,
                  """
                  {"options_json":{"challenge":"%s","rp":{"name":"My Project","id":"%s"},
                   "user":{"id":"NWIzZg","name":"jane@example.org","displayName":"jane"},
                   "pubKeyCredParams":[{"alg":-7,"type":"public-key"}],"timeout":60000,
                   "excludeCredentials":[]},"code":"%s"}
                  """
                      .formatted(CHALLENGE, PLACEHOLDER, CODE)))
          .on(
              ASK,
              Reply.json(
                  200,
                  """
                  {"options_json":{"rpId":"%s","challenge":"%s","allowCredentials":[],
                   "timeout":60000,"userVerification":"preferred"},"code":"%s"}
                  """
                      .formatted(PLACEHOLDER, CHALLENGE, CODE)))
          .on(REGISTER, Reply.json(200, "{\"user_handle\":\"Y3JlZA\"}"));

  @AfterEach
  void close() {
    stack.close();
  }

  @Test
  void theOptionsAreFitForTheBrowser() {
    PasskeyCeremony ceremony =
        stack
            .client()
            .passkeys()
            .startRegistration(
                stack.tokens(),
                PasskeyOptions.builder()
                    .relyingPartyId("app.example.org")
                    .displayName("Jane D.")
                    .build());
    assertEquals(
        "{\"challenge\":\"Y2hhbGxlbmdl\",\"rp\":{\"name\":\"My Project\",\"id\":\"app.example.org\"},"
            + "\"user\":{\"id\":\"NWIzZg\",\"name\":\"jane@example.org\","
            + "\"displayName\":\"Jane D.\"},"
            + "\"pubKeyCredParams\":[{\"alg\":-7,\"type\":\"public-key\"}],\"timeout\":60000,"
            + "\"excludeCredentials\":[]}",
        ceremony.optionsJson());
    assertEquals(FakeStack.NOW.plusSeconds(65), ceremony.expiresAt());
    assertFalse(ceremony.handle().reveal().contains(CODE));

    PasskeyCeremony signIn = stack.client().passkeys().startSignIn(HERE);
    assertTrue(signIn.optionsJson().contains("\"rpId\":\"app.example.org\""));
    assertFalse(signIn.optionsJson().contains(PLACEHOLDER));
  }

  @Test
  void aCeremonyNeedsItsDomain() {
    AuthException failure =
        assertCode(ErrorCode.INVALID_ARGUMENT, () -> stack.client().passkeys().startSignIn());
    assertTrue(failure.toString().contains("keyway.relying-party-id"));
    assertEquals(List.of(), stack.sent());
  }

  @Test
  void theBrowsersAnswerGoesUnchanged() {
    PasskeyCeremony ceremony = stack.client().passkeys().startRegistration(stack.tokens(), HERE);
    String credential = created(clientData("webauthn.create", CHALLENGE));
    Passkey passkey =
        stack.client().passkeys().finishRegistration(stack.tokens(), ceremony.handle(), credential);
    assertEquals(
        "{\"credential\":" + credential + ",\"code\":\"" + CODE + "\"}",
        stack.sent(REGISTER).get(0).body());
    assertEquals(Optional.of("app.example.org"), passkey.relyingPartyId());
  }

  @Test
  void anAnswerToAnotherCeremonyIsRefusedBeforeItIsSent() {
    PasskeyCeremony ceremony = stack.client().passkeys().startRegistration(stack.tokens(), HERE);
    for (String clientData :
        List.of(clientData("webauthn.get", CHALLENGE), clientData("webauthn.create", "b3RoZXI"))) {
      assertCode(
          ErrorCode.PASSKEY_REFUSED,
          () ->
              stack
                  .client()
                  .passkeys()
                  .finishRegistration(stack.tokens(), ceremony.handle(), created(clientData)));
    }
    PasskeyCeremony signIn = stack.client().passkeys().startSignIn(HERE);
    assertCode(
        ErrorCode.PASSKEY_REFUSED,
        () ->
            stack
                .client()
                .passkeys()
                .finishSignIn(signIn.handle(), asserted("evil.example.org", USER)));
    assertCode(
        ErrorCode.CHALLENGE_INVALID,
        () ->
            stack
                .client()
                .passkeys()
                .finishSignIn(ceremony.handle(), asserted("app.example.org", USER)));
    assertEquals(List.of(), stack.sent(REGISTER));
    assertEquals(List.of(), stack.sent(SIGN_IN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "{}",
        "{\"type\":\"public-key\",\"id\":\"YQ\",\"rawId\":\"YQ\",\"response\":[]}",
        "{\"type\":\"public-key\",\"id\":\"YQ\",\"rawId\":\"YQ\",\"response\":"
            + "{\"clientDataJSON\":\"!!\",\"attestationObject\":\"YQ\"}}",
        "{\"type\":\"password\",\"id\":\"YQ\",\"rawId\":\"YQ\",\"response\":"
            + "{\"clientDataJSON\":\"YQ\",\"attestationObject\":\"YQ\"}}",
        "{\"type\":\"public-key\",\"id\":\"YQ\",\"rawId\":\"YQ\",\"response\":"
            + "{\"clientDataJSON\":\"YQ\"}}",
        "{\"type\":\"public-key\",\"id\":\"YQ\",\"rawId\":\"YQ\",\"response\":"
            + "{\"clientDataJSON\":\"YQ\",\"attestationObject\":\"YQ\"}}",
      })
  void whatNoBrowserGivesIsRefused(String json) {
    PasskeyCeremony ceremony = stack.client().passkeys().startRegistration(stack.tokens(), HERE);
    assertCode(
        ErrorCode.INVALID_ARGUMENT,
        () ->
            stack.client().passkeys().finishRegistration(stack.tokens(), ceremony.handle(), json));
    assertEquals(List.of(), stack.sent(REGISTER));
  }

  @ParameterizedTest
  @CsvSource({
    "400, PASSKEY_AUTHENTICATION_FAILED, PASSKEY_REFUSED",
    "404, VERIFICATION_CODE_NOT_FOUND, CHALLENGE_INVALID",
    "400, VERIFICATION_CODE_EXPIRED, CHALLENGE_EXPIRED",
    "409, VERIFICATION_CODE_ALREADY_USED, CHALLENGE_INVALID",
    "500, SOMETHING, PASSKEY_REFUSED",
    "503, SOMETHING, SERVICE_UNAVAILABLE",
  })
  void aRefusedSignInSaysWhy(int status, String nativeCode, ErrorCode code) {
    stack.on(SIGN_IN, FakeStack.known(status, nativeCode));
    PasskeyCeremony ceremony = stack.client().passkeys().startSignIn(HERE);
    assertCode(
        code,
        () ->
            stack
                .client()
                .passkeys()
                .finishSignIn(ceremony.handle(), asserted("app.example.org", USER)));
  }

  @Test
  void aPasskeySignsIn() {
    stack.on(SIGN_IN, Reply.json(200, stack.signedIn().replace("}", ",\"is_new_user\":false}")));
    PasskeyCeremony ceremony = stack.client().passkeys().startSignIn(HERE);
    assertEquals(
        USER,
        stack
            .client()
            .passkeys()
            .finishSignIn(ceremony.handle(), asserted("app.example.org", USER))
            .orElseThrow()
            .user()
            .id()
            .value());
    stack.on(
        SIGN_IN,
        FakeStack.known(
            400, "MULTI_FACTOR_AUTHENTICATION_REQUIRED", "{\"attempt_code\":\"" + CODE + "\"}"));
    assertInstanceOf(
        SecondFactorRequired.class,
        stack
            .client()
            .passkeys()
            .finishSignIn(ceremony.handle(), asserted("app.example.org", USER)));
  }

  @Test
  void anotherUsersPasskeyDoesNotSignInTheNamedOne() {
    PasskeyCeremony ceremony =
        stack
            .client()
            .passkeys()
            .startSignIn(
                PasskeyOptions.builder().relyingPartyId("app.example.org").user(JANE).build());
    assertCode(
        ErrorCode.PASSKEY_REFUSED,
        () ->
            stack
                .client()
                .passkeys()
                .finishSignIn(
                    ceremony.handle(),
                    asserted("app.example.org", "00000000-0000-4000-8000-000000000000")));
    assertEquals(List.of(), stack.sent(SIGN_IN));
  }

  @Test
  void theOnePasskeyIsListedAndDeleted() {
    assertEquals(List.of(), stack.client().passkeys().list(JANE));
    assertCode(
        ErrorCode.FACTOR_NOT_ENROLLED,
        () -> stack.client().passkeys().delete(JANE, PasskeyId.of("passkey-" + USER)));
    String withPasskey =
        FakeStack.user("jane@example.org")
            .replace("\"has_password\"", "\"passkey_auth_enabled\":true,\"has_password\"");
    stack
        .on("GET /api/v1/users/" + USER, Reply.json(200, withPasskey))
        .on(PATCH, Reply.json(200, withPasskey));
    Passkey passkey = stack.client().passkeys().list(JANE).get(0);
    assertCode(
        ErrorCode.FACTOR_NOT_ENROLLED,
        () -> stack.client().passkeys().delete(JANE, PasskeyId.of("passkey-another")));
    stack.client().passkeys().delete(JANE, passkey.id());
    assertEquals("{\"passkey_auth_enabled\":false}", stack.sent(PATCH).get(0).body());
    assertCode(
        ErrorCode.UNSUPPORTED,
        () -> stack.client().passkeys().rename(JANE, passkey.id(), "Laptop"));
  }

  private static String clientData(String type, String challenge) {
    return base64url(
        "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"https://app.example.org\"}"
            .formatted(type, challenge)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String created(String clientData) {
    return ("{\"id\":\"Y3JlZA\",\"rawId\":\"Y3JlZA\",\"type\":\"public-key\",\"response\":"
            + "{\"clientDataJSON\":\"%s\",\"attestationObject\":\"o2NmbXQ\","
            + "\"transports\":[\"internal\"]},\"clientExtensionResults\":{\"credProps\":"
            + "{\"rk\":true}}}")
        .formatted(clientData);
  }

  private static String asserted(String relyingPartyId, String user) {
    return ("{\"id\":\"Y3JlZA\",\"rawId\":\"Y3JlZA\",\"type\":\"public-key\",\"response\":"
            + "{\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"c2ln\","
            + "\"userHandle\":\"%s\"},\"clientExtensionResults\":{}}")
        .formatted(
            clientData("webauthn.get", CHALLENGE),
            base64url(Arrays.copyOf(sha256(relyingPartyId), 37)),
            base64url(user.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static AuthException assertCode(ErrorCode code, Executable call) {
    AuthException failure = assertThrows(AuthException.class, call);
    assertEquals(code, failure.code());
    return failure;
  }
}
