package dev.keyway.providers.stackauth;

import static dev.keyway.providers.stackauth.FakeStack.CODE;
import static dev.keyway.providers.stackauth.FakeStack.PROJECT;
import static dev.keyway.providers.stackauth.FakeStack.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthOptions;
import dev.keyway.OAuthProviderId;
import dev.keyway.OAuthSignIn;
import dev.keyway.OAuthTokens;
import dev.keyway.SignInResult.SecondFactorRequired;
import dev.keyway.SignInResult.SignedIn;
import dev.keyway.UserId;
import dev.keyway.providers.flow.CallbackParameters;
import dev.keyway.providers.flow.Pkce;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackAuthOAuthTest {

  private static final String EXCHANGE = "POST /api/v1/auth/oauth/token";
  private static final String TOKEN =
      "POST /api/v1/connected-accounts/" + USER + "/github/access-token";
  private static final URI BACK = URI.create("https://app.example.org/back?tab=2");

  private final FakeStack stack = new FakeStack();

  @AfterEach
  void close() {
    stack.close();
  }

  @Test
  void theLocationHasAllThatTheServerWants() {
    OAuthAuthorization flow =
        stack
            .client()
            .oauth()
            .authorize(
                OAuthProviderId.of("brand-new"),
                URI.create(BACK + "#there"),
                OAuthOptions.builder().scopes(Set.of("repo", "gist")).build());
    assertTrue(flow.location().getPath().endsWith("/api/v1/auth/oauth/authorize/brand-new"));
    CallbackParameters query = CallbackParameters.of(flow.location());
    assertEquals(PROJECT, query.required("client_id"));
    assertEquals("__stack_public_client__", query.required("client_secret"));
    assertEquals(BACK.toString(), query.required("redirect_uri"));
    assertEquals("legacy", query.required("scope"));
    assertEquals("authorization_code", query.required("grant_type"));
    assertEquals("S256", query.required("code_challenge_method"));
    assertEquals(43, query.required("code_challenge").length());
    assertEquals(43, query.required("state").length());
    assertEquals("code", query.required("response_type"));
    assertEquals("gist repo", query.required("provider_scope"));
    assertFalse(flow.location().toString().contains("token="));
    assertFalse(flow.toString().contains(query.required("state")));
    assertEquals(FakeStack.NOW.plusSeconds(600), flow.expiresAt());
    assertEquals(List.of(), stack.sent());
  }

  @Test
  void theExchangeProvesWhoBegan() {
    stack.on(EXCHANGE, Reply.json(200, stack.signedIn().replace("}", ",\"is_new_user\":true}")));
    OAuthAuthorization flow = begin();
    OAuthSignIn in = stack.client().oauth().exchange(success(flow), flow.handle());
    assertEquals(AccountOutcome.CREATED, in.result().orElseThrow().account());
    assertEquals(OAuthProviderId.GITHUB, in.provider());
    String body = stack.sent(EXCHANGE).get(0).body();
    assertTrue(body.contains("\"code\":\"c0de\""), body);
    assertTrue(body.contains("\"redirect_uri\":\"" + BACK + "\""), body);
    String verifier = body.replaceAll(".*\"code_verifier\":\"([^\"]+)\".*", "$1");
    assertEquals(
        CallbackParameters.of(flow.location()).required("code_challenge"),
        Pkce.of(verifier).challenge());
  }

  @Test
  void aCodeWithoutTheRightStateIsNeverSent() {
    OAuthAuthorization mine = begin();
    OAuthAuthorization theirs = begin();
    assertCode(
        ErrorCode.STATE_MISMATCH,
        () -> stack.client().oauth().exchange(success(theirs), mine.handle()));
    assertCode(
        ErrorCode.CALLBACK_INVALID,
        () -> stack.client().oauth().exchange(URI.create(BACK + "&code=c0de"), mine.handle()));
    assertCode(
        ErrorCode.CALLBACK_INVALID,
        () ->
            stack
                .client()
                .oauth()
                .exchange(URI.create(success(mine) + "&code=other"), mine.handle()));
    assertCode(
        ErrorCode.CALLBACK_INVALID,
        () ->
            stack
                .client()
                .oauth()
                .exchange(
                    URI.create(success(mine).toString().replace("/back", "/elsewhere")),
                    mine.handle()));
    assertEquals(List.of(), stack.sent());
  }

  @ParameterizedTest
  @CsvSource({
    "error=server_error&errorCode=OAUTH_PROVIDER_ACCESS_DENIED, OAUTH_DENIED",
    "error=server_error&errorCode=OAUTH_PROVIDER_TEMPORARILY_UNAVAILABLE, OAUTH_PROVIDER_FAILED",
    "error=server_error&errorCode=OUTER_OAUTH_TIMEOUT, CHALLENGE_EXPIRED",
    "error=server_error&errorCode=SIGN_UP_NOT_ENABLED, SIGN_UP_DISABLED",
    "error=server_error&errorCode=CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE,"
        + "ACCOUNT_ALREADY_EXISTS",
    "errorCode=OAUTH_CONNECTION_ALREADY_CONNECTED_TO_ANOTHER_USER, IDENTITY_LINKED_ELSEWHERE",
    "error=access_denied, OAUTH_DENIED",
    "error=server_error&errorCode=BRAND_NEW, OAUTH_PROVIDER_FAILED",
    "error=server_error&code=c0de, OAUTH_PROVIDER_FAILED",
    "error=a&error=b, CALLBACK_INVALID",
  })
  void anErrorInTheCallbackHasItsMeaning(String query, ErrorCode code) {
    OAuthAuthorization flow = begin();
    AuthException failure =
        assertCode(
            code,
            () ->
                stack
                    .client()
                    .oauth()
                    .exchange(URI.create(BACK + "&message=s3cret&" + query), flow.handle()));
    assertFalse(failure.toString().contains("s3cret"));
    assertFalse(failure.toString().contains("BRAND_NEW"));
    assertEquals(List.of(), stack.sent());
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_AUTHORIZATION_CODE, OAUTH_CODE_REFUSED",
    "401, PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT, PROJECT_CREDENTIALS_REFUSED",
  })
  void aRefusedExchangeIsNotRepeated(int status, String nativeCode, ErrorCode code) {
    stack.on(EXCHANGE, FakeStack.known(status, nativeCode));
    OAuthAuthorization flow = begin();
    assertCode(code, () -> stack.client().oauth().exchange(success(flow), flow.handle()));
    assertEquals(1, stack.sent().size());
  }

  @Test
  void aSecondFactorIsDemandedHereToo() {
    stack.on(
        EXCHANGE,
        FakeStack.known(
            400, "MULTI_FACTOR_AUTHENTICATION_REQUIRED", "{\"attempt_code\":\"" + CODE + "\"}"));
    OAuthAuthorization flow = begin();
    assertInstanceOf(
        SecondFactorRequired.class,
        stack.client().oauth().exchange(success(flow), flow.handle()).result());
  }

  @Test
  void anIdentityIsLinkedToTheSessionsUser() {
    OAuthAuthorization flow =
        stack
            .client()
            .oauth()
            .authorize(
                OAuthProviderId.GITHUB,
                BACK,
                OAuthOptions.builder().linkTo(stack.tokens()).build());
    CallbackParameters query = CallbackParameters.of(flow.location());
    assertEquals("link", query.required("type"));
    assertEquals(3, query.required("token").split("\\.", -1).length);
    stack.on(EXCHANGE, Reply.json(200, stack.signedIn()));
    SignedIn in =
        stack.client().oauth().exchange(success(flow), flow.handle()).result().orElseThrow();
    assertEquals(USER, in.user().id().value());
  }

  @Test
  void parametersForTheIdentityProviderAreUnsupported() {
    assertCode(
        ErrorCode.UNSUPPORTED,
        () ->
            stack
                .client()
                .oauth()
                .authorize(
                    OAuthProviderId.GITHUB,
                    BACK,
                    OAuthOptions.builder().parameter("prompt", "login").build()));
  }

  @Test
  void theStoredTokenIsForTheScopesAskedFor() {
    stack.on(TOKEN, Reply.json(201, "{\"access_token\":\"gho_1\"}"));
    OAuthTokens tokens =
        stack
            .client()
            .oauth()
            .accessToken(UserId.of(USER), OAuthProviderId.GITHUB, Set.of("repo", "gist"));
    assertEquals("gho_1", tokens.accessToken().reveal());
    assertEquals(Set.of("repo", "gist"), tokens.scopes());
    assertEquals("{\"scope\":\"gist repo\"}", stack.sent(TOKEN).get(0).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OAUTH_CONNECTION_NOT_CONNECTED_TO_USER",
        "OAUTH_CONNECTION_DOES_NOT_HAVE_REQUIRED_SCOPE"
      })
  void anIdentityThatIsNotThereHasNoToken(String nativeCode) {
    stack.on(TOKEN, FakeStack.known(400, nativeCode));
    assertCode(
        ErrorCode.IDENTITY_NOT_CONNECTED,
        () ->
            stack.client().oauth().accessToken(UserId.of(USER), OAuthProviderId.GITHUB, Set.of()));
    assertEquals("{}", stack.sent(TOKEN).get(0).body());
  }

  private OAuthAuthorization begin() {
    return stack.client().oauth().authorize(OAuthProviderId.GITHUB, BACK);
  }

  private static URI success(OAuthAuthorization flow) {
    return URI.create(
        BACK + "&code=c0de&state=" + CallbackParameters.of(flow.location()).required("state"));
  }

  private static AuthException assertCode(ErrorCode code, Executable call) {
    AuthException failure = assertThrows(AuthException.class, call);
    assertEquals(code, failure.code());
    return failure;
  }
}
