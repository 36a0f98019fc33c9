package dev.keyway.emulator.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class RefusedSendTest {
  private static String timeout(World world) {
    return String.valueOf(
        assertThrows(
                TimeoutException.class,
                () ->
                    world.outbox().await("ada@example.com", MessageKind.MAGIC_LINK, Duration.ZERO))
            .getMessage());
  }

  @Test
  void whoWaitsInVainReadsWhyAtStackAuth(World world) throws Exception {
    world.stackAuth().configure(settings -> settings.magicLinkEnabled(false));
    Wire.stackClient(world)
        .post(
            "/auth/otp/send-sign-in-code",
            "{\"email\":\"ada@example.com\",\"callback_url\":\"http://localhost:3000/secret\"}");

    String message = timeout(world);
    assertTrue(message.contains("Last refused: stackauth.otp.send with 4"), message);
    assertFalse(message.contains("localhost"), message);
  }

  @Test
  void whoWaitsInVainReadsWhyAtStytch(World world) throws Exception {
    String body = "{\"email\":\"ada\"}";
    assertEquals(
        400, Wire.stytch(world).post("/v1/magic_links/email/login_or_create", body).status());
    Wire.stytch(world).get("/v1/users/none");

    String message = timeout(world);
    assertTrue(
        message.contains("Last refused: stytch.magic-link.email-login-or-create with 400 invalid_"),
        message);
  }

  @Test
  void withoutARefusalThereIsNoWordOfOne(World world) {
    assertFalse(timeout(world).contains("refused"));
  }

  @Test
  void theBuiltRoutesThatSendAreKnown(AuthEmulator emulator) {
    assertEquals(
        Set.of(
            "stackauth.contact-channel.send-verification",
            "stackauth.contact-channel.send-verification-legacy",
            "stackauth.otp.send",
            "stackauth.password.send-reset-code",
            "stackauth.team-invitation.send",
            "stytch.magic-link.email-invite",
            "stytch.magic-link.email-login-or-create",
            "stytch.magic-link.email-send",
            "stytch.otp.email-login-or-create",
            "stytch.otp.email-send",
            "stytch.otp.sms-login-or-create",
            "stytch.otp.sms-send",
            "stytch.otp.whatsapp-login-or-create",
            "stytch.otp.whatsapp-send",
            "stytch.password.email-reset-start"),
        emulator.operations().stream()
            .filter(Operation::built)
            .map(Operation::id)
            .filter(RefusedSend::sends)
            .collect(Collectors.toSet()));
  }
}
