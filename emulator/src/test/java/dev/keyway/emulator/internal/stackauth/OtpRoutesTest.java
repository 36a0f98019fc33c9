package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class OtpRoutesTest {
  private static final String EMAIL = "ada@example.com";

  private final World world;
  private final Wire client;

  OtpRoutesTest(World world) {
    this.world = world;
    this.client = Wire.stackClient(world);
  }

  @BeforeEach
  void magicLinksAreOn() {
    world.stackAuth().configure(settings -> settings.magicLinkEnabled(true));
  }

  private Wire.Reply send(String callbackUrl) throws Exception {
    return client.post(
        "/auth/otp/send-sign-in-code",
        "{\"email\":\"Ada@Example.com\",\"callback_url\":\"%s\"}".formatted(callbackUrl));
  }

  private Wire.Reply send() throws Exception {
    return send("http://localhost:3000/in");
  }

  private OutboxMessage mail() {
    return world.outbox().await(EMAIL, MessageKind.SIGN_IN);
  }

  private Wire.Reply signIn(String code) throws Exception {
    return client.post("/auth/otp/sign-in", "{\"code\":\"%s\"}".formatted(code));
  }

  private Wire.Reply check(String code) throws Exception {
    return client.post("/auth/otp/sign-in/check-code", "{\"code\":\"%s\"}".formatted(code));
  }

  private String sentCode() throws Exception {
    send();
    return String.valueOf(mail().token());
  }

  @Test
  void sendingIsRefusedInTheServicesOrder() throws Exception {
    assertEquals("REDIRECT_URL_NOT_WHITELISTED", send("https://evil.example/").at("code"));

    world.stackAuth().configure(settings -> settings.signUpEnabled(false));
    assertEquals("SIGN_UP_NOT_ENABLED", send("https://evil.example/").at("code"));
    world.stackAuth().configure(settings -> settings.signUpEnabled(true));

    SignedIn.up(world, EMAIL);
    Wire.Reply unverified = send("https://evil.example/");
    assertEquals(409, unverified.status());
    assertEquals("USER_EMAIL_ALREADY_EXISTS", unverified.at("code"));
    assertTrue(
        unverified.json().at("/details/would_work_if_email_was_verified").booleanValue(), "hint");

    world.stackAuth().configure(settings -> settings.magicLinkEnabled(false));
    Wire.Reply off = send();
    assertEquals(403, off.status());
    assertEquals("OTP sign-in is not enabled for this project", off.text());
    assertTrue(world.outbox().messages().isEmpty(), "no mail");
  }

  @Test
  void theTypedCodeAndTheNonceSignANewUserIn() throws Exception {
    String nonce = send().at("nonce");
    OutboxMessage mail = mail();
    String typed = String.valueOf(mail.code());

    assertTrue(nonce.matches("[0-9a-hjkmnp-tv-z]{39}"), nonce);
    assertTrue(typed.matches("[0-9A-HJKMNP-TV-Z]{6}"), typed);
    assertTrue(mail.subject().endsWith(": Your code is " + typed), "subject");
    assertTrue(String.valueOf(mail.link()).endsWith("code=" + mail.token()), "link");

    JsonNode signedIn = signIn(typed + nonce).json();
    assertEquals(4, signedIn.size());
    assertTrue(signedIn.path("is_new_user").booleanValue(), "new");
    JsonNode user =
        Wire.stackServer(world).get("/users/" + signedIn.path("user_id").textValue()).json();
    assertEquals(EMAIL, user.path("primary_email").textValue());
    assertTrue(user.path("primary_email_verified").booleanValue(), "verified");
    assertTrue(user.path("otp_auth_enabled").booleanValue(), "otp");
    assertFalse(user.path("has_password").booleanValue());
  }

  @Test
  void theSecondSignInIsTheSameUsersAndNotNew() throws Exception {
    String first = signIn(sentCode()).at("user_id");
    world.outbox().clear();

    JsonNode second = signIn(sentCode()).json();

    assertEquals(first, second.path("user_id").textValue());
    assertFalse(second.path("is_new_user").booleanValue());
  }

  @Test
  void aCodeIsAcceptedOnceUntilItExpires() throws Exception {
    String code = sentCode();
    assertEquals(200, signIn(code.toUpperCase(Locale.ROOT)).status());
    assertEquals("VERIFICATION_CODE_ALREADY_USED", signIn(code).at("code"));

    world.outbox().clear();
    String late = sentCode();
    world.clock().advance(Duration.ofDays(7));
    assertEquals("VERIFICATION_CODE_EXPIRED", signIn(late).at("code"));
    assertEquals("VERIFICATION_CODE_NOT_FOUND", signIn("0".repeat(45)).at("code"));
    assertEquals("SCHEMA_ERROR", signIn("0".repeat(44)).at("code"));
  }

  @Test
  void aRefusedSignInHasUsedTheCodeUp() throws Exception {
    String code = sentCode();
    world.stackAuth().configure(settings -> settings.signUpEnabled(false));

    assertEquals("SIGN_UP_NOT_ENABLED", signIn(code).at("code"));
    assertEquals("VERIFICATION_CODE_ALREADY_USED", signIn(code).at("code"));
  }

  @Test
  void checkingLeavesACodeUsableButCountsAsAnAttempt() throws Exception {
    String code = sentCode();
    for (int call = 1; call <= 20; call++) {
      assertTrue(check(code).json().path("is_code_valid").booleanValue(), "call " + call);
    }
    assertEquals("VERIFICATION_CODE_MAX_ATTEMPTS_REACHED", signIn(code).at("code"));
  }

  @Test
  void anUnavailableChallengeFailsOnlyWhenANewUserWouldSignIn() throws Exception {
    String unavailable =
        "{\"email\":\"ada@example.com\",\"callback_url\":\"http://localhost:3000/\","
            + "\"bot_challenge_unavailable\":\"true\"}";

    assertEquals(200, client.post("/auth/otp/send-sign-in-code", unavailable).status());
    assertEquals("BOT_CHALLENGE_FAILED", signIn(String.valueOf(mail().token())).at("code"));

    world.outbox().clear();
    assertEquals(200, signIn(sentCode()).status());
    world.outbox().clear();
    client.post("/auth/otp/send-sign-in-code", unavailable);
    assertEquals(200, signIn(String.valueOf(mail().token())).status());
  }
}
