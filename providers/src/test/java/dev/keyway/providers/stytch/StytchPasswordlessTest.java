package dev.keyway.providers.stytch;

import static dev.keyway.providers.stytch.StytchServer.error;
import static dev.keyway.providers.stytch.StytchServer.factor;
import static dev.keyway.providers.stytch.StytchServer.session;
import static dev.keyway.providers.stytch.StytchServer.signIn;
import static dev.keyway.providers.stytch.StytchServer.user;
import static dev.keyway.providers.stytch.StytchServer.userWithApp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccessToken;
import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.CallbackOptions;
import dev.keyway.Challenge;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.MagicLinks;
import dev.keyway.OAuth;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthOptions;
import dev.keyway.OAuthProviderId;
import dev.keyway.OAuthSignIn;
import dev.keyway.OneTimeCode;
import dev.keyway.Otps;
import dev.keyway.PhoneNumber;
import dev.keyway.RenewalToken;
import dev.keyway.SecondFactorKind;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.providers.flow.CallbackParameters;
import dev.keyway.providers.flow.Pkce;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StytchPasswordlessTest {

  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final URI CALLBACK = URI.create("https://app.example.com/cb?x=1");
  private static final SessionTokens TOKENS =
      new SessionTokens(AccessToken.of("jwt"), RenewalToken.of("t0ken"));
  private static final String SENT =
      "{\"user_id\":\"%s\",\"email_id\":\"email-test-1\",\"user_created\":true}"
          .formatted(StytchServer.USER);

  private final StytchServer server = new StytchServer();
  private final Otps otps = server.provider.areas().otps();
  private final MagicLinks links = server.provider.areas().magicLinks();
  private final OAuth oauth = server.provider.areas().oauth();

  @AfterEach
  void close() {
    server.close();
  }

  private static void assertFails(ErrorCode code, Executable work) {
    AuthException e = assertThrows(AuthException.class, work);
    assertEquals(code, e.code(), e.toString());
  }

  @Test
  void aCodeGoesToTheMethodThatItWasSentTo() {
    server.on("POST /v1/otps/email/login_or_create", SENT);
    server.on("POST /v1/otps/authenticate", signIn());
    Challenge challenge =
        otps.sendEmail(
            ADA,
            DeliveryOptions.builder()
                .expiresIn(Duration.ofMinutes(7))
                .locale(Locale.forLanguageTag("pt-BR"))
                .build());
    assertEquals(server.clock.instant().plus(Duration.ofMinutes(7)), challenge.expiresAt());
    assertEquals(
        StytchServer.json(
            "{\"email\":\"ada@example.com\",\"expiration_minutes\":7,\"locale\":\"pt-br\"}"),
        server.body(0));
    SignInResult.SignedIn in =
        otps.verify(challenge.handle(), OneTimeCode.of("12 34-56")).orElseThrow();
    assertEquals(AccountOutcome.CREATED, in.account());
    assertEquals(
        StytchServer.json(
            """
            {"method_id":"email-test-1","code":"123456","session_duration_minutes":60}"""),
        server.body(1));
  }

  @Test
  void whatIsNoCodeOrNoHandleOrTooOldSendsNothing() {
    server.on("POST /v1/otps/email/login_or_create", SENT);
    Challenge challenge = otps.sendEmail(ADA);
    for (String code : List.of("12345", "1234567", "12345a", "１２３４５")) {
      assertFails(
          ErrorCode.CODE_INCORRECT, () -> otps.verify(challenge.handle(), OneTimeCode.of(code)));
    }
    server.on("POST /v1/passwords/email/reset/start", "{}");
    Challenge other = server.provider.areas().passwords().startReset(ADA, CALLBACK);
    assertFails(
        ErrorCode.CHALLENGE_INVALID, () -> otps.verify(other.handle(), OneTimeCode.of("123456")));
    server.clock.advance(Duration.ofMinutes(2));
    assertFails(
        ErrorCode.CHALLENGE_EXPIRED,
        () -> otps.verify(challenge.handle(), OneTimeCode.of("123456")));
    assertEquals(2, server.received().size());
  }

  @Test
  void existingUsersOnlyTellsWhoIsNone() {
    server.on("POST /v1/otps/sms/send", error(404, "phone_number_not_found"));
    assertFails(
        ErrorCode.USER_NOT_FOUND,
        () ->
            otps.sendSms(
                PhoneNumber.of("+14155552671"),
                DeliveryOptions.builder().existingUsersOnly(true).build()));
    assertFails(
        ErrorCode.INVALID_ARGUMENT, () -> otps.sendWhatsApp(PhoneNumber.of("+99912345678")));
    assertEquals(1, server.received().size());
  }

  @Test
  void anAddedNumberStaysWithTheSessionsUser() {
    server.on(
        "POST /v1/otps/sms/send",
        "{\"user_id\":\"%s\",\"phone_id\":\"phone-1\"}".formatted(StytchServer.USER));
    server.on("POST /v1/otps/authenticate", signIn(userWithApp(), session()));
    Challenge challenge =
        otps.sendSms(
            PhoneNumber.of("+14155552671"), DeliveryOptions.builder().attachTo(TOKENS).build());
    otps.verify(challenge.handle(), OneTimeCode.of("123456")).orElseThrow();
    assertEquals("t0ken", server.body(0).get("session_token").asText());
    assertEquals("t0ken", server.body(1).get("session_token").asText());

    String other = "user-test-00000000-0000-4000-8000-000000000009";
    server.on(
        "POST /v1/otps/authenticate",
        signIn(user("").replace(StytchServer.USER, other), session()));
    server.on("POST /v1/sessions/revoke", "{}");
    assertFails(
        ErrorCode.CHALLENGE_INVALID,
        () -> otps.verify(challenge.handle(), OneTimeCode.of("123456")));
    assertEquals("t0ken-s3cr3t", server.body(3).get("session_token").asText());
  }

  @Test
  void aBoundLinkNeedsItsBrowser() {
    server.on("POST /v1/magic_links/email/login_or_create", SENT);
    server.on("POST /v1/magic_links/authenticate", signIn());
    Challenge challenge =
        links.send(
            ADA,
            CALLBACK,
            DeliveryOptions.builder()
                .boundToBrowser(true)
                .signUpCallback(URI.create("https://app.example.com/new"))
                .build());
    assertEquals(
        "https://app.example.com/new", server.body(0).get("signup_magic_link_url").asText());
    URI back = URI.create(CALLBACK + "&stytch_token_type=magic_links&token=DOYoip3=");
    SignInResult.SignedIn in =
        links
            .authenticate(back, CallbackOptions.builder().handle(challenge.handle()).build())
            .orElseThrow();
    assertEquals(AccountOutcome.CREATED, in.account());
    assertEquals("DOYoip3=", server.body(1).get("token").asText());
    assertEquals(
        server.body(0).get("code_challenge").asText(),
        Pkce.of(server.body(1).get("code_verifier").asText()).challenge());

    assertEquals(AccountOutcome.UNKNOWN, links.authenticate(back).orElseThrow().account());
    assertFalse(server.body(2).has("code_verifier"));
  }

  @Test
  void aForeignLinkSendsNothing() {
    for (String query :
        List.of(
            "",
            "?code=1",
            "?token=a",
            "?stytch_token_type=oauth&token=a",
            "?stytch_token_type=magic_links&token=a&token=a")) {
      assertFails(
          ErrorCode.CALLBACK_INVALID,
          () -> links.authenticate(URI.create("https://app.example.com/cb" + query)));
    }
    assertTrue(server.received().isEmpty());
  }

  @Test
  void aMailboxIsNotAskedTwice() {
    String answer = signIn(userWithApp(), session(factor("magic_link", "email")));
    server.on("POST /v1/magic_links/authenticate", answer);
    server.on("POST /v1/sessions/authenticate", answer);
    SignInResult.SecondFactorRequired more =
        assertInstanceOf(
            SignInResult.SecondFactorRequired.class,
            links.authenticate(URI.create(CALLBACK + "&stytch_token_type=magic_links&token=a")));
    assertEquals(Set.of(SecondFactorKind.TOTP, SecondFactorKind.RECOVERY_CODE), more.factors());
  }

  private static URI back(OAuthAuthorization flow, String redirect, String more) {
    String url = CallbackParameters.of(flow.location()).required(redirect);
    return URI.create(url + more);
  }

  private void oauthAnswers(String user, String session) {
    server.on(
        "POST /v1/oauth/authenticate",
        signIn(user, "null")
            .replace("\"session\":null", "\"user_session\":" + session)
            .replace(
                "\"new_field\":[]",
                """
                "provider_values":{"access_token":"gh-s3cr3t","refresh_token":"","id_token":"",
                  "scopes":["repo"],"expires_at":null}"""));
  }

  @Test
  void anOAuthFlowCarriesStateAndProof() {
    oauthAnswers(user(""), session(factor("oauth", "oauth_github")));
    OAuthAuthorization flow =
        oauth.authorize(
            OAuthProviderId.GITHUB,
            CALLBACK,
            OAuthOptions.builder()
                .scopes(Set.of("repo", "gist"))
                .loginHint("ada@example.com")
                .parameter("prompt", "consent")
                .build());
    assertTrue(server.received().isEmpty());
    assertEquals("/v1/public/oauth/github/start", flow.location().getPath());
    CallbackParameters start = CallbackParameters.of(flow.location());
    assertEquals("public-token-test-1", start.required("public_token"));
    assertEquals("gist repo", start.required("custom_scopes"));
    assertEquals("consent", start.required("provider_prompt"));
    assertEquals("ada@example.com", start.required("provider_login_hint"));

    URI back = back(flow, "login_redirect_url", "&stytch_token_type=oauth&token=abc");
    OAuthSignIn signIn = oauth.exchange(back, flow.handle());
    assertEquals(AccountOutcome.EXISTING, signIn.result().orElseThrow().account());
    assertEquals("gh-s3cr3t", signIn.tokens().orElseThrow().accessToken().reveal());
    assertEquals(Set.of("repo"), signIn.tokens().orElseThrow().scopes());
    assertEquals(
        start.required("code_challenge"),
        Pkce.of(server.body(0).get("code_verifier").asText()).challenge());

    URI signUp = back(flow, "signup_redirect_url", "&stytch_token_type=oauth&token=abc");
    assertEquals(
        AccountOutcome.CREATED,
        oauth.exchange(signUp, flow.handle()).result().orElseThrow().account());
  }

  @Test
  void anotherBrowsersStateAndADenialSendNothing() {
    OAuthAuthorization one = oauth.authorize(OAuthProviderId.GOOGLE, CALLBACK);
    OAuthAuthorization two = oauth.authorize(OAuthProviderId.GOOGLE, CALLBACK);
    String token = "&stytch_token_type=oauth&token=abc";
    URI ofTwo = back(two, "login_redirect_url", token);
    assertFails(ErrorCode.STATE_MISMATCH, () -> oauth.exchange(ofTwo, one.handle()));
    assertFails(
        ErrorCode.CALLBACK_INVALID,
        () -> oauth.exchange(URI.create(CALLBACK + token), one.handle()));
    assertFails(
        ErrorCode.OAUTH_DENIED,
        () ->
            oauth.exchange(back(one, "login_redirect_url", "&error=access_denied"), one.handle()));
    assertFails(
        ErrorCode.OAUTH_PROVIDER_FAILED,
        () -> oauth.exchange(back(one, "login_redirect_url", "&error=oops"), one.handle()));
    server.clock.advance(Duration.ofMinutes(15));
    assertFails(ErrorCode.CHALLENGE_EXPIRED, () -> oauth.exchange(ofTwo, two.handle()));
    assertTrue(server.received().isEmpty());
  }

  @Test
  void theIdentityProvidersTokensWaitForTheSecondFactor() {
    oauthAnswers(userWithApp(), session(factor("oauth", "oauth_github")));
    server.on("POST /v1/sessions/authenticate", signIn(userWithApp(), session()));
    OAuthAuthorization flow = oauth.authorize(OAuthProviderId.GITHUB, CALLBACK);
    URI back = back(flow, "login_redirect_url", "&stytch_token_type=oauth&token=abc");
    OAuthSignIn signIn = oauth.exchange(back, flow.handle());
    assertInstanceOf(SignInResult.SecondFactorRequired.class, signIn.result());
    assertTrue(signIn.tokens().isEmpty());
  }

  @Test
  void anIdentityOfAnotherAccountIsNotLinked() {
    server.on("POST /v1/sessions/authenticate", signIn());
    server.on("POST /v1/oauth/attach", "{\"oauth_attach_token\":\"attach-1\"}");
    server.on("POST /v1/sessions/revoke", "{}");
    OAuthAuthorization flow =
        oauth.authorize(
            OAuthProviderId.GITHUB, CALLBACK, OAuthOptions.builder().linkTo(TOKENS).build());
    assertEquals("attach-1", CallbackParameters.of(flow.location()).required("oauth_attach_token"));
    URI back = back(flow, "login_redirect_url", "&stytch_token_type=oauth&token=abc");
    oauthAnswers(user(""), session());
    oauth.exchange(back, flow.handle()).result().orElseThrow();
    oauthAnswers(
        user("").replace(StytchServer.USER, "user-test-00000000-0000-4000-8000-000000000009"),
        session());
    assertFails(ErrorCode.IDENTITY_LINKED_ELSEWHERE, () -> oauth.exchange(back, flow.handle()));
    assertTrue(server.routes().contains("POST /v1/sessions/revoke"));
  }
}
