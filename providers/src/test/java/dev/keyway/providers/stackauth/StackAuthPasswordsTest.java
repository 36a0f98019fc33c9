package dev.keyway.providers.stackauth;

import static dev.keyway.providers.stackauth.FakeStack.CALLBACK;
import static dev.keyway.providers.stackauth.FakeStack.CODE;
import static dev.keyway.providers.stackauth.FakeStack.JANE;
import static dev.keyway.providers.stackauth.FakeStack.PASSWORD;
import static dev.keyway.providers.stackauth.FakeStack.REFRESH;
import static dev.keyway.providers.stackauth.FakeStack.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.Challenge;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.MetadataScope;
import dev.keyway.NewUser;
import dev.keyway.PasswordCheck;
import dev.keyway.PasswordHash;
import dev.keyway.SecondFactorKind;
import dev.keyway.Secret;
import dev.keyway.SignInResult;
import dev.keyway.SignInResult.SecondFactorRequired;
import dev.keyway.SignInResult.SignedIn;
import dev.keyway.SignUpOptions;
import dev.keyway.User;
import dev.keyway.providers.http.ScriptedServer.Received;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackAuthPasswordsTest {

  private static final String SIGN_UP = "POST /api/v1/auth/password/sign-up";
  private static final String SIGN_IN = "POST /api/v1/auth/password/sign-in";
  private static final String UPDATE = "POST /api/v1/auth/password/update";
  private static final String SET = "POST /api/v1/auth/password/set";
  private static final String SEND_RESET = "POST /api/v1/auth/password/send-reset-code";
  private static final String RESET = "POST /api/v1/auth/password/reset";
  private static final String REFRESHED = "POST /api/v1/auth/sessions/current/refresh";
  private static final String READ_USER = "GET /api/v1/users/me";
  private static final Reply DONE = Reply.json(200, "{\"success\":true}");

  private final FakeStack stack = new FakeStack();

  @AfterEach
  void close() {
    stack.close();
  }

  @Test
  void aSignUpSendsWhatIsNeededAndReadsTheUser() {
    stack.on(SIGN_UP, Reply.json(200, stack.signedIn()));
    SignedIn in = stack.client().passwords().signUp(JANE, PASSWORD).orElseThrow();

    assertEquals(AccountOutcome.CREATED, in.account());
    assertEquals(USER, in.user().id().value());
    assertEquals(FakeStack.SESSION, in.session().id().value());
    assertEquals(REFRESH, in.tokens().renewal().reveal());
    assertEquals(List.of(SIGN_UP, READ_USER), stack.sent());
    Received request = stack.sent(SIGN_UP).get(0);
    assertEquals(
        "{\"email\":\"jane@example.org\",\"password\":\"correct-horse-battery\"}", request.body());
    assertEquals("server", request.headers().get("x-stack-access-type"));
    assertEquals(FakeStack.PROJECT, request.headers().get("x-stack-project-id"));
    assertEquals(FakeStack.SERVER_KEY, request.headers().get("x-stack-secret-server-key"));
    assertNull(request.headers().get("x-stack-publishable-client-key"));
  }

  @Test
  void detailsOfASignUpAreAddedAfterIt() {
    stack
        .on(SIGN_UP, Reply.json(200, stack.signedIn()))
        .on("PATCH /api/v1/users/" + USER, Reply.json(200, FakeStack.user("jane@example.org")));
    stack
        .client()
        .passwords()
        .signUp(
            JANE,
            PASSWORD,
            SignUpOptions.builder()
                .displayName("Jane")
                .metadata(MetadataScope.SERVER_ONLY, Map.of("plan", "free"))
                .verificationCallback(CALLBACK)
                .build());
    assertTrue(
        stack
            .sent(SIGN_UP)
            .get(0)
            .body()
            .contains("\"verification_callback_url\":\"https://app.example.org/back\""));
    assertEquals(
        "{\"display_name\":\"Jane\",\"server_metadata\":{\"plan\":\"free\"}}",
        stack.sent("PATCH /api/v1/users/" + USER).get(0).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jane@localhost", ".jane@example.org", "ja..ne@example.org", "j@a.b"})
  void anAddressThatStackAuthRefusesIsRefusedBeforeItIsSent(String address) {
    assertCode(
        ErrorCode.INVALID_ARGUMENT,
        () -> stack.client().passwords().signUp(EmailAddress.of(address), PASSWORD));
    assertEquals(List.of(), stack.sent());
  }

  @ParameterizedTest
  @CsvSource({
    "x, 7, false",
    "x, 8, true",
    "x, 70, true",
    "x, 71, false",
    "ü, 35, true",
    "ü, 36, false"
  })
  void thePolicyIsKnownHere(String letter, int times, boolean acceptable) {
    Secret password = Secret.of(letter.repeat(times));
    PasswordCheck check = stack.client().passwords().check(password);
    assertEquals(acceptable, check.acceptable());
    assertEquals(acceptable, check.advice().isEmpty());
    if (!acceptable) {
      assertCode(
          ErrorCode.PASSWORD_TOO_WEAK, () -> stack.client().passwords().signUp(JANE, password));
    }
    assertEquals(List.of(), stack.sent());
  }

  @Test
  void aSignInAsksForASecondFactorWithoutAnyToken() {
    stack.on(
        SIGN_IN,
        FakeStack.known(
            400, "MULTI_FACTOR_AUTHENTICATION_REQUIRED", "{\"attempt_code\":\"" + CODE + "\"}"));
    SignInResult result = stack.client().passwords().signIn(JANE, PASSWORD);
    SecondFactorRequired more = assertInstanceOf(SecondFactorRequired.class, result);
    assertEquals(Set.of(SecondFactorKind.TOTP), more.factors());
    assertEquals(FakeStack.NOW.plus(Duration.ofMinutes(5)), more.expiresAt());
    assertFalse(more.handle().reveal().contains(CODE));
    assertEquals(List.of(SIGN_IN), stack.sent());
  }

  @Test
  void aPasswordThatNobodyCanHaveIsWrong() {
    assertCode(
        ErrorCode.INVALID_CREDENTIALS,
        () -> stack.client().passwords().signIn(JANE, Secret.of("x".repeat(71))));
    assertEquals(List.of(), stack.sent());
  }

  @Test
  void aChangeKeepsThisSession() {
    stack.on(UPDATE, DONE);
    SignedIn in =
        stack
            .client()
            .passwords()
            .change(stack.tokens(), PASSWORD, Secret.of("new-password"))
            .orElseThrow();
    assertEquals(REFRESH, in.tokens().renewal().reveal());
    assertEquals(List.of(REFRESHED, UPDATE, READ_USER), stack.sent());
    Received request = stack.sent(UPDATE).get(0);
    assertEquals(REFRESH, request.headers().get("x-stack-refresh-token"));
    assertEquals(in.tokens().access().reveal(), request.headers().get("x-stack-access-token"));
    assertEquals(
        "{\"old_password\":\"correct-horse-battery\",\"new_password\":\"new-password\"}",
        request.body());
  }

  @Test
  void anEndedSessionChangesNothing() {
    stack.on(REFRESHED, FakeStack.known(401, "REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED"));
    assertCode(
        ErrorCode.SESSION_NOT_FOUND,
        () -> stack.client().passwords().change(stack.tokens(), PASSWORD, PASSWORD));
    assertCode(
        ErrorCode.SESSION_NOT_FOUND,
        () -> stack.client().passwords().set(stack.tokens(), PASSWORD));
    assertEquals(List.of(REFRESHED, REFRESHED), stack.sent());
  }

  @Test
  void aFirstPasswordIsSetForTheSessionsUser() {
    stack.on(SET, DONE);
    stack.client().passwords().set(stack.tokens(), PASSWORD);
    assertEquals("{\"password\":\"correct-horse-battery\"}", stack.sent(SET).get(0).body());
    stack.on(SET, Reply.text(400, "User already has a password set."));
    assertCode(
        ErrorCode.PASSWORD_ALREADY_SET,
        () -> stack.client().passwords().set(stack.tokens(), PASSWORD));
  }

  @Test
  void aResetStartsTheSameWayWhetherTheAddressIsKnownOrNot() {
    stack.on(
        SEND_RESET, Reply.json(200, "{\"success\":\"maybe, only if user with e-mail exists\"}"));
    Challenge known = stack.client().passwords().startReset(JANE, CALLBACK);
    stack.on(SEND_RESET, FakeStack.known(400, "REDIRECT_URL_NOT_WHITELISTED"));
    Challenge withheld = stack.client().passwords().startReset(JANE, CALLBACK);
    assertEquals(known.expiresAt(), withheld.expiresAt());
    assertEquals(known.handle().reveal().length(), withheld.handle().reveal().length());
    stack.on(SEND_RESET, FakeStack.known(400, "PASSWORD_AUTHENTICATION_NOT_ENABLED"));
    assertCode(
        ErrorCode.METHOD_DISABLED, () -> stack.client().passwords().startReset(JANE, CALLBACK));
  }

  @Test
  void aResetTakesTheCodeFromTheCallback() {
    stack.on(RESET, DONE);
    stack
        .client()
        .passwords()
        .finishReset(back("?x=1&code=" + CODE.toUpperCase(Locale.ROOT)), PASSWORD);
    assertEquals(
        "{\"code\":\"" + CODE + "\",\"password\":\"correct-horse-battery\"}",
        stack.sent(RESET).get(0).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "?code=", "?code=abc", "?cod=x", "?code=%C3%28"})
  void aCallbackWithoutACodeIsRefusedBeforeAnythingIsSent(String query) {
    assertCode(
        ErrorCode.CALLBACK_INVALID,
        () -> stack.client().passwords().finishReset(back(query), PASSWORD));
    assertCode(
        ErrorCode.CALLBACK_INVALID,
        () ->
            stack
                .client()
                .passwords()
                .finishReset(back("?code=" + CODE + "&code=" + CODE), PASSWORD));
    assertEquals(List.of(), stack.sent());
  }

  @ParameterizedTest
  @CsvSource({
    "404, VERIFICATION_CODE_NOT_FOUND, LINK_UNKNOWN",
    "400, VERIFICATION_CODE_EXPIRED, LINK_EXPIRED",
    "409, VERIFICATION_CODE_ALREADY_USED, LINK_ALREADY_USED",
    "400, VERIFICATION_CODE_MAX_ATTEMPTS_REACHED, TOO_MANY_ATTEMPTS",
  })
  void aRefusedLinkSaysWhy(int status, String nativeCode, ErrorCode code) {
    stack.on(RESET, FakeStack.known(status, nativeCode));
    AuthException failure =
        assertCode(
            code, () -> stack.client().passwords().finishReset(back("?code=" + CODE), PASSWORD));
    assertEquals(nativeCode, failure.providerError().orElseThrow().nativeCode().orElseThrow());
    assertEquals(1, stack.sent().size());
  }

  @Test
  void aWeakPasswordDoesNotUseUpTheLink() {
    assertCode(
        ErrorCode.PASSWORD_TOO_WEAK,
        () -> stack.client().passwords().finishReset(back("?code=" + CODE), Secret.of("1234567")));
    assertEquals(List.of(), stack.sent());
  }

  @Test
  void anImportedUserSignsInWithTheAddress() {
    stack.on("POST /api/v1/users", Reply.json(201, FakeStack.user("jane@example.org")));
    String hash = "$2b$10$" + "a".repeat(53);
    User user =
        stack.client().passwords().importHash(NewUser.withEmail(JANE), PasswordHash.bcrypt(hash));
    assertEquals(USER, user.id().value());
    assertEquals(
        "{\"primary_email\":\"jane@example.org\",\"primary_email_verified\":false,"
            + "\"primary_email_auth_enabled\":true,\"password_hash\":\""
            + hash
            + "\"}",
        stack.sent("POST /api/v1/users").get(0).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "$2b$17$", "$2x$10$", "$2b$03$"})
  void anotherHashIsRefusedBeforeItIsSent(String prefix) {
    assertCode(
        ErrorCode.INVALID_ARGUMENT,
        () ->
            stack
                .client()
                .passwords()
                .importHash(NewUser.withEmail(JANE), PasswordHash.bcrypt(prefix + "a".repeat(53))));
    assertEquals(List.of(), stack.sent());
  }

  @Test
  void noSecretIsObserved() {
    stack.on(SIGN_UP, Reply.json(200, stack.signedIn()));
    stack.client().passwords().signUp(JANE, PASSWORD);
    for (String secret : List.of(PASSWORD.reveal(), FakeStack.SERVER_KEY, REFRESH, "jane@", USER)) {
      assertFalse(stack.observed().toString().contains(secret), secret);
    }
    assertTrue(stack.observed().toString().contains("/api/v1/users/me"));
  }

  private static URI back(String query) {
    return URI.create(CALLBACK + query);
  }

  private static AuthException assertCode(ErrorCode code, Executable call) {
    AuthException failure = assertThrows(AuthException.class, call);
    assertEquals(code, failure.code());
    return failure;
  }
}
