package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class MfaRoutesTest {
  private static final String EMAIL = "ada@example.com";

  /** The secret of RFC 6238's vectors, in both its forms. */
  private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  private static final String BASE64 = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=";

  private final World world;
  private final Wire client;
  private final VirtualTotpDevice device;

  MfaRoutesTest(World world) {
    this.world = world;
    this.client = Wire.stackClient(world);
    this.device = VirtualTotpDevice.fromBase32(BASE32, world.clock());
  }

  @BeforeEach
  void adaHasASecondFactor() throws Exception {
    world.clock().freezeAt(Instant.parse("2030-01-01T00:00:00Z"));
    SignedIn ada = SignedIn.up(world, EMAIL);
    Wire.Reply patched =
        ada.wire()
            .with("content-type", "application/json")
            .send("PATCH", "/users/me", "{\"totp_secret_base64\":\"" + BASE64 + "\"}");
    assertEquals(200, patched.status(), patched.text());
  }

  private String attempt() throws Exception {
    Wire.Reply stopped =
        client.post(
            "/auth/password/sign-in",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, SignedIn.PASSWORD));
    assertEquals("MULTI_FACTOR_AUTHENTICATION_REQUIRED", stopped.at("code"));
    assertFalse(stopped.json().has("access_token"));
    return stopped.json().at("/details/attempt_code").textValue();
  }

  private Wire.Reply prove(String attempt, String totp) throws Exception {
    return client.post(
        "/auth/mfa/sign-in",
        "{\"type\":\"totp\",\"totp\":\"%s\",\"code\":\"%s\"}".formatted(totp, attempt));
  }

  @Test
  void aWrongCodeLeavesTheAttemptUsableAndTheRightOneUsesItUp() throws Exception {
    String attempt = attempt();

    assertEquals("INVALID_TOTP_CODE", prove(attempt, device.wrongCode()).at("code"));
    JsonNode signedIn = prove(attempt, device.code()).json();
    assertEquals(4, signedIn.size(), signedIn.toString());
    assertFalse(signedIn.path("is_new_user").booleanValue());
    assertEquals("VERIFICATION_CODE_ALREADY_USED", prove(attempt, device.code()).at("code"));
  }

  @Test
  void theCodesOfTheNeighbouringWindowsAreWrong() throws Exception {
    String attempt = attempt();

    assertEquals("INVALID_TOTP_CODE", prove(attempt, device.previous()).at("code"));
    assertEquals("INVALID_TOTP_CODE", prove(attempt, device.next()).at("code"));
  }

  @Test
  void twentyWrongCodesEndAnAttempt() throws Exception {
    String attempt = attempt();
    for (int call = 1; call <= 20; call++) {
      assertEquals("INVALID_TOTP_CODE", prove(attempt, device.wrongCode()).at("code"));
    }
    assertEquals("VERIFICATION_CODE_MAX_ATTEMPTS_REACHED", prove(attempt, "000000").at("code"));
  }

  @Test
  void anAttemptLivesForFiveMinutes() throws Exception {
    String attempt = attempt();
    world.clock().advance(Duration.ofMinutes(5));

    assertEquals("VERIFICATION_CODE_EXPIRED", prove(attempt, device.code()).at("code"));
  }

  @Test
  void onlyTotpIsAType() throws Exception {
    assertEquals(
        "SCHEMA_ERROR",
        client
            .post(
                "/auth/mfa/sign-in",
                "{\"type\":\"sms\",\"totp\":\"1\",\"code\":\"%s\"}".formatted(attempt()))
            .at("code"));
  }

  @Test
  void anAttemptIsNoSignInCodeAndASignInCodeIsNoAttempt() throws Exception {
    world.stackAuth().configure(settings -> settings.magicLinkEnabled(true));
    String attempt = attempt();
    assertEquals(
        "VERIFICATION_CODE_NOT_FOUND",
        client.post("/auth/otp/sign-in", "{\"code\":\"" + attempt + "\"}").at("code"));
    assertEquals(200, prove(attempt, device.code()).status());

    client.post(
        "/auth/otp/send-sign-in-code",
        "{\"email\":\"bob@example.com\",\"callback_url\":\"http://localhost:3000/\"}");
    String mailed =
        String.valueOf(world.outbox().await("bob@example.com", MessageKind.SIGN_IN).token());
    assertEquals("VERIFICATION_CODE_NOT_FOUND", prove(mailed, device.code()).at("code"));
  }
}
