package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class DevicesTest {
  private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final String CREATION =
      """
      {"rp":{"id":"localhost","name":"Test"},
       "user":{"id":"dXNlcg","name":"ada","displayName":"Ada"},
       "challenge":"Y2hhbGxlbmdl",
       "pubKeyCredParams":[{"type":"public-key","alg":-7}],
       "authenticatorSelection":{"residentKey":"required","userVerification":"required"}}
      """;

  @Test
  void anAuthenticatorIsMadeWhenItIsFirstNamed(World world) {
    assertEquals(List.of(), world.devices().authenticators());

    VirtualAuthenticator phone = world.devices().authenticator("phone");
    world.devices().authenticator("key");

    assertSame(phone, world.devices().authenticator("phone"));
    assertEquals(List.of("phone", "key"), world.devices().authenticators());
    phone.create(CREATION, "http://localhost:3000");
    assertEquals(1, world.devices().authenticator("phone").credentials().size());
  }

  @Test
  void anAuthenticatorAppShowsTheCodesOfTheWorldsTime(World world) {
    world.clock().freezeAt(Instant.ofEpochSecond(1_111_111_109));

    assertEquals("081804", world.devices().totp("phone", KEY).code());
    assertEquals(
        "081804", world.devices().totp("tablet", "otpauth://totp/Keyway:ada?secret=" + KEY).code());
    assertEquals(List.of("phone", "tablet"), world.devices().totps());
    assertThrows(IllegalArgumentException.class, () -> world.devices().totp("x", "no base 32!"));
    assertEquals(Optional.empty(), world.devices().totp("x"));
  }

  @Test
  void aNewAppReplacesTheOneOfTheSameName(World world) {
    VirtualTotpDevice old = world.devices().totp("phone", KEY);
    VirtualTotpDevice fresh = world.devices().totp("phone", "JBSWY3DPEHPK3PXP");

    assertNotEquals(old, fresh);
    assertSame(fresh, world.devices().totp("phone").orElseThrow());
  }

  @Test
  void aDeviceThatIsThrownAwayIsGone(World world) {
    world.devices().authenticator("phone").create(CREATION, "http://localhost:3000");
    world.devices().totp("phone", KEY);

    world.devices().remove("phone");

    assertEquals(List.of(), world.devices().authenticator("phone").credentials());
    assertEquals(Optional.empty(), world.devices().totp("phone"));
    assertThrows(UnknownIdException.class, () -> world.devices().remove("tablet"));
  }

  @Test
  void aResetWorldHasNoDevices(World world) {
    world.devices().authenticator("phone");
    world.devices().totp("phone", KEY);

    world.reset();

    assertEquals(List.of(), world.devices().authenticators());
    assertEquals(List.of(), world.devices().totps());
  }

  /** So that a suite can be run against the real services, where there is no world. */
  @Test
  void devicesNeedNoWorld() {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1_111_111_109), ZoneOffset.UTC);

    assertEquals("081804", VirtualTotpDevice.fromBase32(KEY, clock).code());
    VirtualAuthenticator key = VirtualAuthenticator.securityKey();
    key.create(CREATION, "http://localhost:3000");
    assertEquals(1, key.credentials().size());
  }
}
