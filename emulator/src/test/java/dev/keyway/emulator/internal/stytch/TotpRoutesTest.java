package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class TotpRoutesTest {
  private final World world;
  private final StytchClient stytch;

  TotpRoutesTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  @BeforeEach
  void stopTheClock() {
    world.clock().freezeAt(Instant.parse("2025-02-01T09:30:15Z"));
  }

  private JsonNode enrol(JsonNode ada) throws Exception {
    return succeed(stytch.post("/v1/totps", "user_id", ada.path("user_id").textValue()));
  }

  private VirtualTotpDevice device(JsonNode totp) {
    return VirtualTotpDevice.fromBase32(totp.path("secret").textValue(), world.clock());
  }

  private Wire.Reply prove(JsonNode ada, String code) throws Exception {
    return stytch.post(
        "/v1/totps/authenticate",
        "user_id",
        ada.path("user_id").textValue(),
        "totp_code",
        code,
        "session_token",
        ada.path("session_token").textValue());
  }

  private Wire.Reply recover(JsonNode ada, String code) throws Exception {
    return stytch.post(
        "/v1/totps/recover",
        "user_id",
        ada.path("user_id").textValue(),
        "recovery_code",
        code,
        "session_token",
        ada.path("session_token").textValue());
  }

  @Test
  void aFirstCodeConfirmsAndJoinsTheSession() throws Exception {
    JsonNode ada = stytch.signUp();
    JsonNode totp = enrol(ada);
    assertFalse(totp.at("/user/totps/0/verified").booleanValue());
    assertEquals(32, totp.path("secret").textValue().length());
    assertEquals(10, totp.path("recovery_codes").size());
    assertTrue(totp.path("qr_code").textValue().startsWith("data:image/png;base64, iVBOR"));

    JsonNode both = succeed(prove(ada, device(totp).code()));

    assertTrue(both.at("/user/totps/0/verified").booleanValue());
    assertEquals(totp.path("totp_id"), both.path("totp_id"));
    assertEquals(
        "authenticator_app",
        both.at("/session/authentication_factors/1/delivery_method").textValue());
  }

  @Test
  void theNeighbouringCodesAreAcceptedAndNoOthers() throws Exception {
    JsonNode ada = stytch.signUp();
    VirtualTotpDevice device = device(enrol(ada));
    Instant now = world.clock().instant();

    assertRefused(
        401, "unable_to_authenticate_totp", prove(ada, device.codeAt(now.minusSeconds(60))));
    assertRefused(
        401, "unable_to_authenticate_totp", prove(ada, device.codeAt(now.plusSeconds(60))));
    succeed(prove(ada, device.previous()));
    succeed(prove(ada, device.next()));
  }

  @Test
  void aCodeIsAcceptedOnce() throws Exception {
    JsonNode ada = stytch.signUp();
    VirtualTotpDevice device = device(enrol(ada));
    succeed(prove(ada, device.code()));

    assertRefused(400, "totp_code_already_authenticated", prove(ada, device.code()));
    world.clock().advance(Duration.ofSeconds(30));
    succeed(prove(ada, device.code()));
  }

  @Test
  void codesOutOfFormAreToldApart() throws Exception {
    JsonNode ada = stytch.signUp();
    JsonNode totp = enrol(ada);

    assertRefused(400, "invalid_totp_code", prove(ada, "12345"));
    assertRefused(400, "invalid_totp_code", prove(ada, "١٢٣٤٥٦"));
    assertRefused(
        400,
        "recovery_code_used_as_totp_code",
        prove(ada, totp.at("/recovery_codes/0").textValue()));
    assertRefused(400, "totp_code_used_as_recovery_code", recover(ada, "123456"));
    assertRefused(400, "invalid_recovery_code", recover(ada, "nonsense"));
  }

  @Test
  void aUserHasOneTotp() throws Exception {
    JsonNode ada = stytch.signUp();
    JsonNode totp = enrol(ada);
    String userId = ada.path("user_id").textValue();
    assertRefused(400, "pending_totp_exists", stytch.post("/v1/totps", "user_id", userId));
    succeed(prove(ada, device(totp).code()));
    assertRefused(400, "active_totp_exists", stytch.post("/v1/totps", "user_id", userId));

    succeed(stytch.delete("/v1/users/totps/" + totp.path("totp_id").textValue()));

    assertRefused(404, "totps_not_found_for_user", prove(ada, "123456"));
    enrol(ada);
  }

  @Test
  void anEnrolmentThatIsNotConfirmedInTimeIsOver() throws Exception {
    JsonNode ada = stytch.signUp();
    String userId = ada.path("user_id").textValue();
    JsonNode totp = succeed(stytch.post("/v1/totps", "user_id", userId, "expiration_minutes", 5));
    world.clock().advance(Duration.ofMinutes(5));

    assertRefused(401, "expired_totp", prove(ada, device(totp).code()));
    enrol(ada);
  }

  @Test
  void aRecoveryCodeWorksOnce() throws Exception {
    JsonNode ada = stytch.signUp();
    JsonNode totp = enrol(ada);
    String code = totp.at("/recovery_codes/3").textValue();
    assertRefused(404, "totps_not_found_for_user", recover(ada, code));
    succeed(prove(ada, device(totp).code()));

    JsonNode recovered = succeed(recover(ada, code));

    assertEquals(
        "recovery_codes", recovered.at("/session/authentication_factors/2/type").textValue());
    assertRefused(401, "unable_to_authenticate_recovery_code", recover(ada, code));
    assertEquals(
        9,
        succeed(stytch.post("/v1/totps/recovery_codes", "user_id", ada.path("user_id").textValue()))
            .at("/totps/0/recovery_codes")
            .size());
  }

  @Test
  void guessingLocksTheUser() throws Exception {
    JsonNode ada = stytch.signUp();
    VirtualTotpDevice device = device(enrol(ada));
    for (int i = 0; i < 10; i++) {
      assertRefused(401, "unable_to_authenticate_totp", prove(ada, device.wrongCode()));
    }

    assertRefused(429, "user_lock_limit_reached", prove(ada, device.code()));
  }

  @Test
  void theSandboxUserTakesItsFixedCodes() throws Exception {
    succeed(
        stytch.post("/v1/totps/authenticate", "user_id", Sandbox.USER_ID, "totp_code", "000000"));
    succeed(
        stytch.post(
            "/v1/totps/recover",
            "user_id",
            Sandbox.USER_ID,
            "recovery_code",
            Sandbox.RECOVERY_CODE));
  }
}
