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
import dev.keyway.AuthException;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.Passkey;
import dev.keyway.PasskeyCeremony;
import dev.keyway.PasskeyId;
import dev.keyway.PasskeyOptions;
import dev.keyway.Passkeys;
import dev.keyway.RenewalToken;
import dev.keyway.SecondFactor;
import dev.keyway.SecondFactorKind;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.Totp;
import dev.keyway.TotpEnrolment;
import dev.keyway.TotpOptions;
import dev.keyway.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StytchStrongFactorsTest {

  private static final UserId ADA = UserId.of(StytchServer.USER);
  private static final SessionTokens TOKENS =
      new SessionTokens(AccessToken.of("jwt"), RenewalToken.of("t0ken"));
  private static final OneTimeCode CODE = OneTimeCode.of("123 456");
  private static final String OTHER_USER = "user-test-00000000-0000-4000-8000-000000000009";
  private static final String PASSWORD_FACTOR = factor("password", "knowledge");
  private static final String TOTP_FACTOR = factor("totp", "authenticator_app");

  private final StytchServer server = new StytchServer();
  private final Passkeys passkeys = server.provider.areas().passkeys();
  private final Totp totp = server.provider.areas().totp();
  private final SecondFactor secondFactor = server.provider.areas().secondFactor();

  @AfterEach
  void close() {
    server.close();
  }

  private static void assertFails(ErrorCode code, Executable work) {
    AuthException e = assertThrows(AuthException.class, work);
    assertEquals(code, e.code(), e.toString());
  }

  private SignInResult.SecondFactorRequired attempt(String user) {
    String answer = signIn(user, session(PASSWORD_FACTOR));
    server.on("POST /v1/passwords/authenticate", answer);
    server.on("POST /v1/sessions/authenticate", answer.replace("t0ken-", "sh0rt-"));
    SignInOptions options = SignInOptions.builder().sessionDuration(Duration.ofMinutes(90)).build();
    return assertInstanceOf(
        SignInResult.SecondFactorRequired.class,
        server
            .provider
            .areas()
            .passwords()
            .signIn(EmailAddress.of("ada@example.com"), Secret.of("pw"), options));
  }

  @Test
  void theAppsCodeIsAddedToTheSessionThatWaits() {
    ChallengeHandle handle = attempt(userWithApp()).handle();
    server.on(
        "POST /v1/totps/authenticate",
        signIn(userWithApp(), session(PASSWORD_FACTOR, TOTP_FACTOR)));
    SignInResult.SignedIn in = secondFactor.completeWithTotp(handle, CODE);
    assertEquals(2, in.session().factors().size());
    assertEquals(
        StytchServer.json(
            """
            {"user_id":"%s","totp_code":"123456","session_token":"sh0rt-s3cr3t",
             "session_duration_minutes":90}"""
                .formatted(StytchServer.USER)),
        server.body(2));
  }

  @Test
  void aWrongCodeLeavesTheAttemptOpen() {
    ChallengeHandle handle = attempt(userWithApp()).handle();
    server.on("POST /v1/totps/authenticate", error(401, "unable_to_authenticate_totp"));
    assertFails(ErrorCode.CODE_INCORRECT, () -> secondFactor.completeWithTotp(handle, CODE));
    server.on(
        "POST /v1/totps/authenticate",
        signIn(userWithApp(), session(PASSWORD_FACTOR, TOTP_FACTOR)));
    secondFactor.completeWithTotp(handle, CODE);
  }

  @Test
  void anAttemptEndsWithItsSession() {
    ChallengeHandle handle = attempt(userWithApp()).handle();
    server.on("POST /v1/totps/authenticate", error(404, "session_not_found"));
    assertFails(ErrorCode.CHALLENGE_EXPIRED, () -> secondFactor.completeWithTotp(handle, CODE));
    // Stytch makes a new session where it passes over the old one: one factor only.
    server.on("POST /v1/totps/authenticate", signIn(userWithApp(), session(TOTP_FACTOR)));
    server.on("POST /v1/sessions/revoke", "{}");
    assertFails(ErrorCode.CHALLENGE_EXPIRED, () -> secondFactor.completeWithTotp(handle, CODE));
    assertTrue(server.routes().contains("POST /v1/sessions/revoke"));
    server.clock.advance(Duration.ofMinutes(5));
    int before = server.received().size();
    assertFails(ErrorCode.CHALLENGE_EXPIRED, () -> secondFactor.completeWithTotp(handle, CODE));
    assertEquals(before, server.received().size());
  }

  @Test
  void aRecoveryCodeIsReadAsPeopleTypeIt() {
    ChallengeHandle handle = attempt(userWithApp()).handle();
    server.on(
        "POST /v1/totps/recover",
        signIn(userWithApp(), session(PASSWORD_FACTOR, factor("recovery_codes", "recovery_code"))));
    secondFactor.completeWithRecoveryCode(handle, OneTimeCode.of("Q7MZ 4kd2wp9x"));
    assertEquals("q7mz-4kd2-wp9x", server.body(2).get("recovery_code").asText());
    assertFails(
        ErrorCode.CODE_INCORRECT,
        () -> secondFactor.completeWithRecoveryCode(handle, OneTimeCode.of("123456")));
  }

  @Test
  void aMailedCodeCompletesWhatAPasswordBegan() {
    SignInResult.SecondFactorRequired attempt = attempt(userWithApp());
    assertTrue(attempt.factors().contains(SecondFactorKind.EMAIL_OTP));
    server.on("POST /v1/otps/email/send", "{\"user_id\":\"u\",\"email_id\":\"email-test-1\"}");
    Challenge challenge = secondFactor.sendOtp(attempt.handle(), SecondFactorKind.EMAIL_OTP);
    assertEquals(StytchServer.json("{\"email\":\"Ada@example.com\"}"), server.body(3));
    server.on(
        "POST /v1/otps/authenticate",
        signIn(userWithApp(), session(PASSWORD_FACTOR, factor("otp", "email"))));
    secondFactor.completeWithOtp(challenge.handle(), CODE);
    assertEquals("email-test-1", server.body(4).get("method_id").asText());
    assertEquals("sh0rt-s3cr3t", server.body(4).get("session_token").asText());

    assertFails(
        ErrorCode.INVALID_ARGUMENT,
        () -> secondFactor.sendOtp(attempt.handle(), SecondFactorKind.SMS_OTP));
    assertFails(
        ErrorCode.CHALLENGE_INVALID, () -> secondFactor.completeWithOtp(attempt.handle(), CODE));
    server.on(
        "POST /v1/totps/authenticate",
        signIn(userWithApp(), session(PASSWORD_FACTOR, TOTP_FACTOR)));
    secondFactor.completeWithTotp(challenge.handle(), CODE);
  }

  @Test
  void aCodeOfAnotherUserIsRefused() {
    ChallengeHandle handle = attempt(userWithApp()).handle();
    server.on("POST /v1/sessions/revoke", "{}");
    server.on(
        "POST /v1/totps/authenticate",
        signIn(
            userWithApp().replace(StytchServer.USER, OTHER_USER),
            session(PASSWORD_FACTOR, TOTP_FACTOR)));
    assertFails(ErrorCode.CHALLENGE_INVALID, () -> secondFactor.completeWithTotp(handle, CODE));
  }

  @Test
  void anEnrolmentShowsKeyUriAndPictures() {
    server.on("POST /v1/sessions/authenticate", signIn());
    server.on(
        "POST /v1/totps",
        """
        {"totp_id":"totp-test-1","secret":"JBSWY3DPEHPK3PXP","qr_code":"data:",
         "recovery_codes":["aaaa-bbbb-cccc"],"user_id":"u"}""");
    TotpEnrolment enrolment =
        totp.startEnrolment(TOKENS, TotpOptions.builder().issuer("Acme: Shop").build());
    assertEquals("JBSWY3DPEHPK3PXP", enrolment.key().reveal());
    assertEquals(
        "otpauth://totp/Acme%3A%20Shop:Ada%40example.com?secret=JBSWY3DPEHPK3PXP"
            + "&issuer=Acme%3A%20Shop&algorithm=SHA1&digits=6&period=30",
        enrolment.uri().reveal());
    assertEquals(1, enrolment.recoveryCodes().size());

    String pending =
        user("")
            .replace(
                "\"totps\":[]", "\"totps\":[{\"totp_id\":\"totp-test-1\",\"verified\":false}]");
    server.on("POST /v1/sessions/authenticate", signIn(pending, session()));
    server.on("POST /v1/totps/authenticate", signIn(userWithApp(), session(TOTP_FACTOR)));
    assertEquals(
        "t0ken-s3cr3t", totp.finishEnrolment(TOKENS, enrolment.handle(), CODE).renewal().reveal());

    server.on(
        "POST /v1/sessions/authenticate",
        signIn(pending.replace(StytchServer.USER, OTHER_USER), session()));
    assertFails(
        ErrorCode.CHALLENGE_INVALID, () -> totp.finishEnrolment(TOKENS, enrolment.handle(), CODE));
    server.on("POST /v1/sessions/authenticate", signIn(userWithApp(), session()));
    assertFails(ErrorCode.FACTOR_ALREADY_ENROLLED, () -> totp.startEnrolment(TOKENS));
  }

  @Test
  void onlyAConfirmedAppCanBeDisabled() {
    server.on("GET /v1/users/{id}", user(""));
    assertFails(ErrorCode.FACTOR_NOT_ENROLLED, () -> totp.disable(ADA));
    server.on("GET /v1/users/{id}", userWithApp());

    server.on("DELETE /v1/users/totps/{id}", "{}");
    totp.disable(ADA);
    assertEquals("DELETE /v1/users/totps/totp-test-1", server.routes().get(2));
    server.on("POST /v1/totps/recovery_codes", "{\"user_id\":\"u\",\"totps\":[]}");
    assertFails(ErrorCode.FACTOR_NOT_ENROLLED, () -> totp.recoveryCodes(ADA));
  }

  private static String withPasskey() {
    return user("")
        .replace(
            "\"webauthn_registrations\":[]",
            """
            "webauthn_registrations":[
              {"webauthn_registration_id":"webauthn-registration-test-1","domain":"app.example.com",
               "user_agent":"","verified":true,"authenticator_type":"","name":"Laptop"},
              {"webauthn_registration_id":"webauthn-registration-test-2","domain":"app.example.com",
               "user_agent":"","verified":false,"authenticator_type":"","name":""}]""");
  }

  @Test
  void aPasskeyIsRegisteredForTheSessionsUser() {
    server.on("POST /v1/sessions/authenticate", signIn());
    String options = "{\"rp\":{\"id\":\"app.example.com\"},\"challenge\":\"Y2hhbGxlbmdl\"}";
    server.on(
        "POST /v1/webauthn/register/start",
        "{\"public_key_credential_creation_options\":\"" + options.replace("\"", "\\\"") + "\"}");
    server.on(
        "POST /v1/webauthn/register",
        "{\"webauthn_registration_id\":\"webauthn-registration-test-1\",\"user\":"
            + withPasskey()
            + "}");
    PasskeyCeremony ceremony = passkeys.startRegistration(TOKENS);
    assertEquals(options, ceremony.optionsJson());
    assertEquals(
        StytchServer.json(
            """
            {"user_id":"%s","domain":"app.example.com","return_passkey_credential_options":true,
             "use_base64_url_encoding":true}"""
                .formatted(StytchServer.USER)),
        server.body(1));
    String credential = VirtualCredential.registration("Y2hhbGxlbmdl");
    Passkey passkey = passkeys.finishRegistration(TOKENS, ceremony.handle(), credential);
    assertEquals("Laptop", passkey.name().orElseThrow());
    assertEquals(credential, server.body(3).get("public_key_credential").asText());

    int before = server.received().size();
    assertFails(
        ErrorCode.PASSKEY_REFUSED,
        () ->
            passkeys.finishRegistration(
                TOKENS, ceremony.handle(), VirtualCredential.registration("b3RoZXI")));
    for (String malformed :
        List.of(
            "{",
            "[]",
            "null",
            "\"x\"",
            "{\"type\":\"public-key\"}",
            credential + "}",
            credential.replace("\"AQ\"", "\"A!\""),
            "[".repeat(5000))) {
      assertFails(
          ErrorCode.INVALID_ARGUMENT,
          () -> passkeys.finishRegistration(TOKENS, ceremony.handle(), malformed));
    }
    assertEquals(before, server.received().size());
  }

  @Test
  void aPasskeySignsInOnceForItsChallenge() {
    server.on(
        "POST /v1/webauthn/authenticate/start",
        "{\"user_id\":\"\",\"public_key_credential_request_options\":"
            + "\"{\\\"challenge\\\":\\\"Y2hhbGxlbmdl\\\"}\"}");
    PasskeyCeremony ceremony = passkeys.startSignIn();
    assertFalse(server.body(0).has("user_id"));
    String credential = VirtualCredential.assertion("Y2hhbGxlbmdl");
    server.on("POST /v1/webauthn/authenticate", error(404, "webauthn_registration_not_found"));
    assertFails(
        ErrorCode.PASSKEY_REFUSED, () -> passkeys.finishSignIn(ceremony.handle(), credential));
    server.on(
        "POST /v1/webauthn/authenticate",
        signIn(user(""), session(factor("webauthn", "webauthn_registration"))));
    passkeys.finishSignIn(ceremony.handle(), credential).orElseThrow();
    assertFails(
        ErrorCode.PASSKEY_REFUSED,
        () -> passkeys.finishSignIn(ceremony.handle(), VirtualCredential.assertion("b3RoZXI")));

    passkeys.startSignIn(PasskeyOptions.builder().user(ADA).build());
    assertEquals(StytchServer.USER, server.body(3).get("user_id").asText());
  }

  @Test
  void onlyAUsersOwnPasskeyIsTouched() {
    server.on("GET /v1/users/{id}", withPasskey());
    server.on("PUT /v1/webauthn/{id}", "{\"webauthn_registration\":null}");
    server.on("DELETE /v1/users/webauthn_registrations/{id}", "{}");
    PasskeyId own = PasskeyId.of("webauthn-registration-test-1");
    assertEquals(List.of(own), passkeys.list(ADA).stream().map(Passkey::id).toList());
    assertEquals("Phone", passkeys.rename(ADA, own, "Phone").name().orElseThrow());
    passkeys.delete(ADA, own);
    int before = server.received().size();
    for (String other : Set.of("webauthn-registration-test-2", "webauthn-registration-test-3")) {
      assertFails(ErrorCode.FACTOR_NOT_ENROLLED, () -> passkeys.delete(ADA, PasskeyId.of(other)));
      assertFails(
          ErrorCode.FACTOR_NOT_ENROLLED, () -> passkeys.rename(ADA, PasskeyId.of(other), "Mine"));
    }
    assertEquals(before + 4, server.received().size());
    assertTrue(
        server.routes().subList(before, before + 4).stream().allMatch(r -> r.startsWith("GET")));
  }
}
