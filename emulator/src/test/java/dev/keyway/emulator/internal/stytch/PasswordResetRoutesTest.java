package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.EMAIL;
import static dev.keyway.emulator.internal.stytch.StytchClient.PASSWORD;
import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.body;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stytch.StytchSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class PasswordResetRoutesTest {
  private static final String NEW = "another good staple 77";

  /** The example of RFC 7636 appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final World world;
  private final StytchClient stytch;

  PasswordResetRoutesTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  private String tokenFromMail(Object... more) throws Exception {
    Object[] pairs = new Object[more.length + 2];
    pairs[0] = "email";
    pairs[1] = EMAIL;
    System.arraycopy(more, 0, pairs, 2, more.length);
    succeed(stytch.post("/v1/passwords/email/reset/start", pairs));
    OutboxMessage mail = world.outbox().await(EMAIL, MessageKind.PASSWORD_RESET);
    return String.valueOf(mail.token());
  }

  private Wire.Reply reset(String token, Object... more) throws Exception {
    Object[] pairs = new Object[more.length + 4];
    pairs[0] = "token";
    pairs[1] = token;
    pairs[2] = "password";
    pairs[3] = NEW;
    System.arraycopy(more, 0, pairs, 4, more.length);
    return stytch.post("/v1/passwords/email/reset", pairs);
  }

  private Wire.Reply signIn(String password) throws Exception {
    return stytch.post("/v1/passwords/authenticate", "email", EMAIL, "password", password);
  }

  private Wire.Reply authenticateSession(JsonNode signedIn) throws Exception {
    return stytch.post(
        "/v1/sessions/authenticate", "session_token", signedIn.path("session_token").textValue());
  }

  @Test
  void aResetChangesThePasswordEndsSessionsAndProvesTheAddress() throws Exception {
    JsonNode before = stytch.signUp();

    JsonNode reset = succeed(reset(tokenFromMail()));

    assertEquals("", reset.path("session_token").textValue());
    assertTrue(reset.at("/user/emails/0/verified").booleanValue());
    assertRefused(404, "session_not_found", authenticateSession(before));
    assertRefused(401, "unauthorized_credentials", signIn(PASSWORD));
    succeed(signIn(NEW));
  }

  @Test
  void aResetTokenWorksOnce() throws Exception {
    stytch.signUp();
    String token = tokenFromMail();

    succeed(reset(token));

    assertRefused(401, "unable_to_auth_password_reset_token", reset(token));
  }

  @Test
  void replaysOfASpentTokenLockTheUser() throws Exception {
    stytch.signUp();
    String token = tokenFromMail();
    succeed(reset(token));

    for (int i = 0; i < 10; i++) {
      assertRefused(401, "unable_to_auth_password_reset_token", reset(token));
    }

    assertRefused(429, "user_lock_limit_reached", signIn(NEW));
    world.clock().advance(Duration.ofHours(1));
    succeed(signIn(NEW));
  }

  @Test
  void aResetTokenExpires() throws Exception {
    stytch.signUp();
    String token = tokenFromMail("reset_password_expiration_minutes", 5);
    world.clock().advance(Duration.ofMinutes(5));

    assertRefused(401, "unable_to_auth_password_reset_token", reset(token));
    assertRefused(401, "unable_to_auth_password_reset_token", reset("unknown"));
  }

  @Test
  void aWeakPasswordLeavesTheTokenUsable() throws Exception {
    stytch.signUp();
    String token = tokenFromMail();

    assertRefused(
        400,
        "weak_password",
        stytch.post("/v1/passwords/email/reset", "token", token, "password", "weak"));

    succeed(reset(token));
  }

  @Test
  void pkceBindsAResetToWhoAskedForIt() throws Exception {
    stytch.signUp();
    String token = tokenFromMail("code_challenge", CHALLENGE);

    assertRefused(400, "pkce_expected_code_verifier", reset(token));
    assertRefused(400, "invalid_pkce_code_verifier", reset(token, "code_verifier", "short"));
    assertRefused(400, "pkce_mismatch", reset(token, "code_verifier", VERIFIER + "x"));
    succeed(reset(token, "code_verifier", VERIFIER));
    assertRefused(
        400,
        "pkce_did_not_expect_code_verifier",
        reset(tokenFromMail(), "code_verifier", VERIFIER));
  }

  @Test
  void attributesMustMatchOnlyWhereThatIsDemanded() throws Exception {
    stytch.signUp();
    String token =
        tokenFromMail("attributes", body("ip_address", "203.0.113.7", "user_agent", "one"));

    assertRefused(
        401,
        "attribute_mismatch",
        reset(
            token,
            "attributes",
            body("ip_address", "203.0.113.8"),
            "options",
            body("ip_match_required", true)));
    succeed(reset(token, "attributes", body("ip_address", "203.0.113.8")));
  }

  @Test
  void aResetMailLeadsToRegisteredUrlsOnly() throws Exception {
    stytch.signUp();
    String path = "/v1/passwords/email/reset/start";

    assertRefused(
        400,
        "invalid_password_reset_redirect_url",
        stytch.post(path, "email", EMAIL, "reset_password_redirect_url", "https://evil.example/x"));
    assertRefused(404, "email_not_found", stytch.post(path, "email", "eve@example.com"));
    assertRefused(
        400,
        "invalid_expiration",
        stytch.post(path, "email", EMAIL, "reset_password_expiration_minutes", 4));
    assertTrue(world.outbox().messages().isEmpty(), "nothing may be sent when a call fails");
  }

  @Test
  void theMailsLinkKeepsTheQueryOfTheUrl() throws Exception {
    stytch.signUp();
    String url = StytchSettings.DEFAULT_REDIRECT_URL + "?state=7";
    String token = tokenFromMail("reset_password_redirect_url", url);

    OutboxMessage mail = world.outbox().messagesTo(EMAIL).get(0);

    assertEquals(
        url + "&stytch_token_type=reset_password&token=" + token, String.valueOf(mail.link()));
    assertTrue(mail.text().contains("stytch_token_type=login&token="));
  }

  @Test
  void theOldPasswordLetsANewOneBeSet() throws Exception {
    JsonNode before = stytch.signUp();
    String path = "/v1/passwords/existing_password/reset";

    assertRefused(
        401,
        "unauthorized_credentials",
        stytch.post(path, "email", EMAIL, "existing_password", "wrong", "new_password", NEW));
    assertRefused(
        400,
        "cannot_reset_password_with_existing_password",
        stytch.post(path, "email", EMAIL, "existing_password", PASSWORD, "new_password", PASSWORD));
    succeed(stytch.post(path, "email", EMAIL, "existing_password", PASSWORD, "new_password", NEW));

    assertRefused(404, "session_not_found", authenticateSession(before));
    succeed(signIn(NEW));
  }

  @Test
  void aFreshSessionLetsANewPasswordBeSetAndStays() throws Exception {
    JsonNode other = stytch.signUp();
    JsonNode own =
        succeed(
            stytch.post(
                "/v1/passwords/authenticate",
                "email",
                EMAIL,
                "password",
                PASSWORD,
                "session_duration_minutes",
                30));
    String token = own.path("session_token").textValue();
    assertNotEquals(other.path("session_token").textValue(), token);

    succeed(stytch.post("/v1/passwords/session/reset", "session_token", token, "password", NEW));

    succeed(authenticateSession(own));
    assertRefused(404, "session_not_found", authenticateSession(other));
    world.clock().advance(Duration.ofMinutes(5));
    assertRefused(
        400,
        "session_too_old_to_reset_password",
        stytch.post("/v1/passwords/session/reset", "session_token", token, "password", PASSWORD));
  }

  @Test
  void aFailedAttemptAtTheOldPasswordCountsTowardsTheLock() throws Exception {
    stytch.signUp();
    for (int i = 0; i < 10; i++) {
      stytch.post(
          "/v1/passwords/existing_password/reset",
          "email",
          EMAIL,
          "existing_password",
          "wrong" + i,
          "new_password",
          NEW);
    }

    Wire.Reply locked = signIn(PASSWORD);

    assertRefused(429, "user_lock_limit_reached", locked);
    assertFalse(locked.text().contains(PASSWORD));
  }
}
