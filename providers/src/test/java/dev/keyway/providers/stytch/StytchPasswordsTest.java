package dev.keyway.providers.stytch;

import static dev.keyway.providers.stytch.StytchServer.error;
import static dev.keyway.providers.stytch.StytchServer.factor;
import static dev.keyway.providers.stytch.StytchServer.session;
import static dev.keyway.providers.stytch.StytchServer.signIn;
import static dev.keyway.providers.stytch.StytchServer.user;
import static dev.keyway.providers.stytch.StytchServer.userWithApp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import dev.keyway.FactorKind;
import dev.keyway.MetadataScope;
import dev.keyway.NewUser;
import dev.keyway.OAuthProviderId;
import dev.keyway.PasswordCheckOptions;
import dev.keyway.PasswordHash;
import dev.keyway.PasswordRequirements;
import dev.keyway.Passwords;
import dev.keyway.RenewalToken;
import dev.keyway.SecondFactorKind;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.SignUpOptions;
import dev.keyway.providers.flow.Pkce;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StytchPasswordsTest {

  private static final EmailAddress ADA = EmailAddress.of("Ada@example.com");
  private static final Secret PASSWORD = Secret.of("correct horse s3cr3t");
  private static final SessionTokens TOKENS =
      new SessionTokens(AccessToken.of("jwt"), RenewalToken.of("t0ken"));
  private static final URI CALLBACK = URI.create("https://app.example.com/cb?x=1");

  private final StytchServer server = new StytchServer();
  private final Passwords passwords = server.provider.areas().passwords();

  @AfterEach
  void close() {
    server.close();
  }

  private static AuthException assertFails(ErrorCode code, Executable work) {
    AuthException e = assertThrows(AuthException.class, work);
    assertEquals(code, e.code(), e.toString());
    assertFalse(e.toString().contains("s3cr3t"), e.toString());
    return e;
  }

  @Test
  void signInAsksForASessionAndGivesAllOfIt() {
    server.on("POST /v1/passwords/authenticate", signIn());
    SignInResult.SignedIn in =
        passwords
            .signIn(
                ADA,
                PASSWORD,
                SignInOptions.builder().sessionDuration(Duration.ofMinutes(90)).build())
            .orElseThrow();
    assertEquals("t0ken-s3cr3t", in.tokens().renewal().reveal());
    assertEquals("jwt.s3cr3t.x", in.tokens().access().reveal());
    assertEquals(AccountOutcome.EXISTING, in.account());
    assertEquals(StytchServer.SESSION, in.session().id().value());
    assertEquals(FactorKind.PASSWORD, in.session().factors().get(0).kind());
    assertEquals(Optional.of(Instant.parse("2026-01-01T01:00:00Z")), in.session().expiresAt());
    assertEquals("pro", in.session().claims().get("plan"));
    assertEquals(Optional.of("Ada King"), in.user().displayName());
    assertEquals(Set.of(OAuthProviderId.GITHUB), in.user().oauthProviders());
    assertTrue(in.user().hasPassword());
    assertFalse(in.toString().contains("s3cr3t"));

    assertEquals(
        StytchServer.json(
            """
            {"email":"Ada@example.com","password":"correct horse s3cr3t",
             "session_duration_minutes":90}"""),
        server.body(0));
    Map<String, String> headers = server.received().get(0).headers();
    assertEquals("application/json", headers.get("content-type"));
    assertTrue(String.valueOf(headers.get("authorization")).startsWith("Basic cHJvamVjdC10ZXN0"));
  }

  @Test
  void signUpSendsNameAndMetadata() {
    server.on("POST /v1/passwords", signIn());
    SignInResult.SignedIn in =
        passwords
            .signUp(
                ADA,
                PASSWORD,
                SignUpOptions.builder()
                    .displayName("Ada King")
                    .metadata(MetadataScope.USER_READABLE, Map.of("plan", "pro"))
                    .metadata(MetadataScope.USER_WRITABLE, Map.of("theme", "dark"))
                    .build())
            .orElseThrow();
    assertEquals(AccountOutcome.CREATED, in.account());
    assertEquals(
        StytchServer.json(
            """
            {"email":"Ada@example.com","password":"correct horse s3cr3t",
             "session_duration_minutes":60,
             "name":{"first_name":"Ada King","middle_name":"","last_name":""},
             "trusted_metadata":{"plan":"pro"},"untrusted_metadata":{"theme":"dark"}}"""),
        server.body(0));
  }

  @Test
  void unknownAddressNoPasswordAndWrongPasswordAreOneAndTheSame() {
    server.on("GET /v1/debug/whoami", "{\"project_id\":\"p\",\"name\":\"n\"}");
    List<String> refusals =
        List.of(
            "email_not_found",
            "no_user_password",
            "password_not_found",
            "unauthorized_credentials");
    Set<String> seen = new HashSet<>();
    for (String type : refusals) {
      server.on("POST /v1/passwords/authenticate", error(401, type));
      AuthException e =
          assertFails(ErrorCode.INVALID_CREDENTIALS, () -> passwords.signIn(ADA, PASSWORD));
      seen.add(e + " " + e.providerError());
    }
    assertEquals(1, seen.size(), seen.toString());
  }

  @Test
  void aWrongProjectSecretIsToldFromAWrongPassword() {
    server.on("POST /v1/passwords/authenticate", error(401, "unauthorized_credentials"));
    server.on("GET /v1/debug/whoami", error(401, "unauthorized_credentials"));
    assertFails(ErrorCode.PROJECT_CREDENTIALS_REFUSED, () -> passwords.signIn(ADA, PASSWORD));
  }

  @Test
  void theProjectIsAskedAboutOnceForManyWrongPasswords() {
    server.on("POST /v1/passwords/authenticate", error(401, "unauthorized_credentials"));
    server.on("GET /v1/debug/whoami", "{}");
    for (int i = 0; i < 5; i++) {
      assertFails(ErrorCode.INVALID_CREDENTIALS, () -> passwords.signIn(ADA, PASSWORD));
    }
    assertEquals(6, server.received().size());
    server.clock.advance(Duration.ofMinutes(5));
    assertFails(ErrorCode.INVALID_CREDENTIALS, () -> passwords.signIn(ADA, PASSWORD));
    assertEquals(8, server.received().size());
  }

  @Test
  void aUserWithAnAppGetsNoTokenForAPasswordAlone() {
    String answer = signIn(userWithApp(), session(factor("password", "knowledge")));
    server.on("POST /v1/passwords/authenticate", answer);
    server.on("POST /v1/sessions/authenticate", answer);
    SignInResult result = passwords.signIn(ADA, PASSWORD);
    SignInResult.SecondFactorRequired more = (SignInResult.SecondFactorRequired) result;
    assertTrue(
        more.factors().containsAll(Set.of(SecondFactorKind.TOTP, SecondFactorKind.RECOVERY_CODE)));
    assertFalse(more.handle().reveal().contains("t0ken"));
    assertEquals(server.clock.instant().plus(Duration.ofMinutes(5)), more.expiresAt());
    // The session that waits in the handle is as short as Stytch makes them.
    assertEquals(5, server.body(1).get("session_duration_minutes").asInt());
  }

  @Test
  void withoutShorteningThereIsNoSecondFactorToAskFor() {
    server.on(
        "POST /v1/passwords/authenticate",
        signIn(userWithApp(), session(factor("password", "knowledge"))));
    server.on("POST /v1/sessions/authenticate", error(500, "internal_server_error"));
    assertFails(ErrorCode.SERVICE_UNAVAILABLE, () -> passwords.signIn(ADA, PASSWORD));
  }

  @Test
  void anAnswerWithoutTheSessionIsNoSignIn() {
    server.on("POST /v1/passwords/authenticate", signIn(user(""), "null"));
    assertFails(ErrorCode.INVALID_RESPONSE, () -> passwords.signIn(ADA, PASSWORD));
  }

  @Test
  void durationsThatStytchHasNotAreRefusedBeforeARequest() {
    for (Duration wrong :
        List.of(Duration.ofMinutes(4), Duration.ofSeconds(301), Duration.ofMinutes(527_041))) {
      assertFails(
          ErrorCode.INVALID_ARGUMENT,
          () ->
              passwords.signIn(
                  ADA, PASSWORD, SignInOptions.builder().sessionDuration(wrong).build()));
    }
    assertTrue(server.received().isEmpty());
  }

  @Test
  void changeFindsTheAddressOfTheSessionsUser() {
    server.on("POST /v1/sessions/authenticate", signIn());
    server.on("POST /v1/passwords/existing_password/reset", signIn());
    passwords.change(TOKENS, PASSWORD, Secret.of("next"));
    assertEquals("Ada@example.com", server.body(1).get("email").asText());
    assertEquals(60, server.body(1).get("session_duration_minutes").asInt());

    server.on("POST /v1/passwords/existing_password/reset", error(401, "unauthorized_credentials"));
    assertFails(
        ErrorCode.INVALID_CREDENTIALS, () -> passwords.change(TOKENS, PASSWORD, Secret.of("next")));
    assertFalse(server.routes().contains("GET /v1/debug/whoami"));
  }

  @Test
  void setIsForThoseWithoutAPassword() {
    server.on("POST /v1/sessions/authenticate", signIn());
    assertFails(ErrorCode.PASSWORD_ALREADY_SET, () -> passwords.set(TOKENS, PASSWORD));
    String without = user("").replaceAll("\"password\":\\{[^}]*}", "\"password\":null");
    server.on("POST /v1/sessions/authenticate", signIn(without, session()));
    server.on("POST /v1/passwords/session/reset", signIn());
    passwords.set(TOKENS, PASSWORD);
    assertEquals("t0ken", server.body(2).get("session_token").asText());
    assertFails(
        ErrorCode.PASSWORD_NOT_SET, () -> passwords.change(TOKENS, PASSWORD, Secret.of("next")));
  }

  @Test
  void aResetForAnUnknownAddressLooksLikeAnyOther() {
    server.on("POST /v1/passwords/email/reset/start", error(404, "email_not_found"));
    Challenge unknown = passwords.startReset(ADA, CALLBACK);
    server.on("POST /v1/passwords/email/reset/start", "{\"user_id\":\"u\",\"email_id\":\"e\"}");
    Challenge known = passwords.startReset(ADA, CALLBACK);
    assertEquals(unknown.expiresAt(), known.expiresAt());
    assertEquals(unknown.handle().reveal().length(), known.handle().reveal().length());
    server.on(
        "POST /v1/passwords/email/reset/start", error(400, "no_match_for_provided_magic_link_url"));
    assertFails(ErrorCode.REDIRECT_NOT_ALLOWED, () -> passwords.startReset(ADA, CALLBACK));
  }

  @Test
  void aBoundResetNeedsItsBrowser() {
    server.on("POST /v1/passwords/email/reset/start", "{}");
    server.on("POST /v1/passwords/email/reset", signIn());
    Challenge challenge =
        passwords.startReset(
            ADA,
            CALLBACK,
            DeliveryOptions.builder()
                .boundToBrowser(true)
                .expiresIn(Duration.ofMinutes(10))
                .build());
    assertEquals(10, server.body(0).get("reset_password_expiration_minutes").asInt());
    assertEquals(CALLBACK.toString(), server.body(0).get("reset_password_redirect_url").asText());
    URI back = URI.create(CALLBACK + "&stytch_token_type=reset_password&token=abc_-123");
    passwords.finishReset(
        back, PASSWORD, CallbackOptions.builder().handle(challenge.handle()).build());
    assertEquals("abc_-123", server.body(1).get("token").asText());
    assertEquals(
        server.body(0).get("code_challenge").asText(),
        Pkce.of(server.body(1).get("code_verifier").asText()).challenge());
    assertFalse(server.body(1).has("session_duration_minutes"));
  }

  @Test
  void aForeignCallbackIsRefusedBeforeARequest() {
    for (String query :
        List.of(
            "",
            "?token=a",
            "?stytch_token_type=magic_links&token=a",
            "?stytch_token_type=login&token=a",
            "?stytch_token_type=reset_password",
            "?stytch_token_type=reset_password&token=",
            "?stytch_token_type=reset_password&token=a&token=b",
            "?stytch_token_type=reset_password&token=a%20b")) {
      assertFails(
          ErrorCode.CALLBACK_INVALID,
          () -> passwords.finishReset(URI.create("https://app.example.com/cb" + query), PASSWORD));
    }
    assertTrue(server.received().isEmpty());
  }

  @Test
  void aCheckTellsScoreAndAdvice() {
    server.on(
        "POST /v1/passwords/strength_check",
        """
        {"valid_password":false,"score":2,"breached_password":true,"strength_policy":"zxcvbn",
         "breach_detection_on_create":true,
         "feedback":{"warning":"Common.","suggestions":["Add words."],"luds_requirements":null}}""");
    var check = passwords.check(PASSWORD);
    assertFalse(check.acceptable());
    assertTrue(check.breached());
    assertEquals(OptionalInt.of(2), check.score());
    assertEquals(List.of("Common.", "Add words."), check.advice());
    assertEquals(Optional.empty(), check.requirements());
    assertEquals(StytchServer.json("{\"password\":\"" + PASSWORD.reveal() + "\"}"), server.body(0));
  }

  @Test
  void aCheckTellsWhichClassesOfCharactersAreMissing() {
    server.on(
        "POST /v1/passwords/strength_check",
        """
        {"valid_password":false,"score":0,"breached_password":false,"strength_policy":"luds",
         "breach_detection_on_create":true,
         "feedback":{"warning":null,"suggestions":null,
          "luds_requirements":{"has_lower_case":true,"has_upper_case":false,"has_digit":true,
           "has_symbol":false,"missing_complexity":1,"missing_characters":3}}}""");
    var check = passwords.check(PASSWORD, PasswordCheckOptions.builder().email(ADA).build());
    assertEquals(OptionalInt.empty(), check.score());
    assertEquals(List.of(), check.advice());
    assertEquals(
        new PasswordRequirements(true, false, true, false, 1, 3), check.requirements().get());
    assertEquals(
        StytchServer.json(
            "{\"password\":\"" + PASSWORD.reveal() + "\",\"email\":\"Ada@example.com\"}"),
        server.body(0));
  }

  @Test
  void anImportedHashKeepsItsParameters() {
    server.on("POST /v1/users/search", "{\"results\":[],\"results_metadata\":{\"total\":0}}");
    server.on(
        "POST /v1/passwords/migrate",
        "{\"user_id\":\"u\",\"email_id\":\"e\",\"user_created\":true,\"user\":" + user("") + "}");
    PasswordHash hash =
        new PasswordHash(
            PasswordHash.Format.PBKDF2,
            Secret.of("aGFzaA=="),
            Map.of("salt", "c2FsdA==", "iterations", "1000", "keyLength", "32"));
    passwords.importHash(
        NewUser.builder().email(ADA).emailVerified(true).externalId("ext-1").build(), hash);
    assertEquals(
        StytchServer.json(
            """
            {"email":"Ada@example.com","hash":"aGFzaA==","hash_type":"pbkdf_2",
             "pbkdf_2_config":{"salt":"c2FsdA==","iteration_amount":1000,"key_length":32,
               "algorithm":"sha256"},
             "external_id":"ext-1","set_email_verified":true}"""),
        server.body(1));
  }

  @Test
  void anImportNeverTouchesAnAccountThatIsThere() {
    server.on(
        "POST /v1/users/search",
        "{\"results\":[" + user("") + "],\"results_metadata\":{\"total\":1}}");
    assertFails(
        ErrorCode.ACCOUNT_ALREADY_EXISTS,
        () -> passwords.importHash(NewUser.withEmail(ADA), PasswordHash.bcrypt("$2a$10$x")));
    assertEquals(List.of("POST /v1/users/search"), server.routes());
  }

  @Test
  void aHashWithoutItsParametersIsRefusedBeforeARequest() {
    for (PasswordHash.Format format :
        List.of(
            PasswordHash.Format.SCRYPT, PasswordHash.Format.PBKDF2, PasswordHash.Format.ARGON2ID)) {
      assertFails(
          ErrorCode.INVALID_ARGUMENT,
          () ->
              passwords.importHash(
                  NewUser.withEmail(ADA),
                  new PasswordHash(format, Secret.of("00ff"), Map.of("salt", "c2FsdA=="))));
    }
    assertFails(
        ErrorCode.INVALID_ARGUMENT,
        () ->
            passwords.importHash(
                NewUser.withEmail(ADA),
                new PasswordHash(
                    PasswordHash.Format.BCRYPT, Secret.of("$2a$10$x"), Map.of("rounds", "3"))));
    assertTrue(server.received().isEmpty());
  }
}
