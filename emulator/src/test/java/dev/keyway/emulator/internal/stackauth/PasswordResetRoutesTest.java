package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class PasswordResetRoutesTest {
  private static final String ADA = "ada@example.com";
  private static final String HERE = "http://localhost:3000/reset";

  private final World world;
  private final Wire client;

  PasswordResetRoutesTest(World world) {
    this.world = world;
    this.client = Wire.stackClient(world);
  }

  private Wire.Reply send(String email, String callback) throws Exception {
    return client.post(
        "/auth/password/send-reset-code",
        "{\"email\":\"%s\",\"callback_url\":\"%s\"}".formatted(email, callback));
  }

  private String mailedCode() throws Exception {
    send(ADA, HERE);
    return String.valueOf(world.outbox().await(ADA, MessageKind.PASSWORD_RESET).token());
  }

  private Wire.Reply reset(String code, String password) throws Exception {
    return client.post(
        "/auth/password/reset", "{\"code\":\"%s\",\"password\":\"%s\"}".formatted(code, password));
  }

  private Wire.Reply check(String code) throws Exception {
    return client.post("/auth/password/reset/check-code", "{\"code\":\"%s\"}".formatted(code));
  }

  @Test
  void anUnknownAddressGetsTheSameAnswerAndNoMail() throws Exception {
    SignedIn.up(world, ADA);

    Wire.Reply known = send(ADA, HERE);
    Wire.Reply unknown = send("bob@example.com", HERE);

    assertEquals("{\"success\":\"maybe, only if user with e-mail exists\"}", known.text());
    assertEquals(known.text(), unknown.text());
    assertEquals(List.of(), world.outbox().messagesTo("bob@example.com"));
  }

  @Test
  void onlyAKnownAddressBringsTheCallbackToLight() throws Exception {
    SignedIn.up(world, ADA);

    assertEquals("REDIRECT_URL_NOT_WHITELISTED", send(ADA, "https://evil.example/").at("code"));
    assertEquals(200, send("bob@example.com", "https://evil.example/").status());
    world.stackAuth().configure(settings -> settings.credentialEnabled(false));
    assertEquals("PASSWORD_AUTHENTICATION_NOT_ENABLED", send(ADA, HERE).at("code"));
  }

  @Test
  void aPasswordThatIsTooShortBurnsTheCode() throws Exception {
    SignedIn.up(world, ADA);
    String code = mailedCode();

    assertEquals("PASSWORD_TOO_SHORT", reset(code, "short").at("code"));
    assertEquals("VERIFICATION_CODE_ALREADY_USED", reset(code, "battery staple").at("code"));
  }

  @Test
  void aCodeOfAnotherFormIsOutOfFormAndAnUnknownOneUnknown() throws Exception {
    assertTrue(reset("abc", "x").at("error").contains("body.code must be exactly 45 characters"));
    assertEquals("VERIFICATION_CODE_NOT_FOUND", reset("0".repeat(45), "short").at("code"));
    assertEquals("VERIFICATION_CODE_NOT_FOUND", check("0".repeat(45)).at("code"));
  }

  @Test
  void aCodeLivesSevenDays() throws Exception {
    SignedIn.up(world, ADA);
    String code = mailedCode();

    world.clock().advance(Duration.ofDays(7).minusSeconds(60));
    assertTrue(check(code).json().path("is_code_valid").booleanValue());
    world.clock().advance(Duration.ofSeconds(60));
    assertEquals("VERIFICATION_CODE_EXPIRED", check(code).at("code"));
  }

  @Test
  void askingWhetherACodeIsGoodCountsAsAnAttempt() throws Exception {
    SignedIn.up(world, ADA);
    String code = mailedCode();
    for (int call = 0; call < 20; call++) {
      assertEquals(200, check(code).status());
    }

    assertEquals("VERIFICATION_CODE_MAX_ATTEMPTS_REACHED", reset(code, "long enough").at("code"));
  }

  @Test
  void aResetSetsThePasswordEndsAllSessionsAndVerifiesNothing() throws Exception {
    SignedIn before = SignedIn.up(world, ADA);
    String code = mailedCode();

    Wire.Reply done = reset(code.toUpperCase(Locale.ROOT), "battery staple");

    assertEquals("{\"success\":true}", done.text());
    assertEquals("REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED", before.refreshError(world));
    assertEquals("", SignedIn.in(world, ADA, SignedIn.PASSWORD).userId());
    SignedIn after = SignedIn.in(world, ADA, "battery staple");
    assertEquals(before.userId(), after.userId());
    assertFalse(after.wire().get("/users/me").json().path("primary_email_verified").booleanValue());
  }

  @Test
  void theLinkCarriesTheCodeAndTheMailNothingToType() throws Exception {
    SignedIn.up(world, ADA);
    send("ADA@example.com", HERE + "?code=old&x=1");

    OutboxMessage mail = world.outbox().await(ADA, MessageKind.PASSWORD_RESET);

    assertEquals(HERE + "?x=1&code=" + mail.token(), String.valueOf(mail.link()));
    assertEquals(null, mail.code());
  }
}
