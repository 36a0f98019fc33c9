package dev.keyway.emulator.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class VirtualTotpDeviceTest {
  private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  private Instant now = Instant.ofEpochSecond(1111111109);
  private final InstantSource clock = () -> now;

  @Test
  void theCodeOfTheMomentIsShown() {
    VirtualTotpDevice device =
        VirtualTotpDevice.fromBase32("gezd gnbv gy3t qojq " + KEY.substring(16), clock);
    assertEquals("081804", device.code());
    assertEquals("005924", device.codeAt(Instant.ofEpochSecond(1234567890)));
  }

  @Test
  void theNeighboursAreThoseOfTheClock() {
    VirtualTotpDevice device = VirtualTotpDevice.fromBase32(KEY, clock);
    String next = device.next();
    String present = device.code();
    now = now.plusSeconds(30);
    assertEquals(next, device.code());
    assertEquals(present, device.previous());
    assertNotEquals(present, device.code());
  }

  @Test
  void aUriBringsItsDigitsAndItsPeriod() {
    VirtualTotpDevice device =
        VirtualTotpDevice.fromUri("otpauth://totp/a?digits=8&period=30&secret=" + KEY, clock);
    assertEquals("07081804", device.code());
  }

  @Test
  void aUriBringsItsAlgorithm() {
    String key32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA";
    VirtualTotpDevice sha256 =
        VirtualTotpDevice.fromUri(
            "otpauth://totp/a?algorithm=sha256&digits=8&secret=" + key32, clock);
    assertEquals("68084774", sha256.code());
    String key64 =
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            + "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNA";
    VirtualTotpDevice sha512 =
        VirtualTotpDevice.fromUri(
            "otpauth://totp/a?algorithm=SHA512&digits=8&secret=" + key64, clock);
    assertEquals("25091201", sha512.code());
    assertNotEquals(sha512.code(), sha512.wrongCode());
  }

  @Test
  void aWrongCodeHasTheFormOfACode() {
    VirtualTotpDevice device = VirtualTotpDevice.fromBase32(KEY, clock);
    String wrong = device.wrongCode();
    assertTrue(wrong.matches("[0-9]{6}"), wrong);
    for (int steps = -10; steps <= 10; steps++) {
      assertNotEquals(wrong, device.codeAt(now.plusSeconds(30L * steps)));
    }
  }

  @Test
  void theKeyStaysInside() {
    assertFalse(VirtualTotpDevice.fromBase32(KEY, clock).toString().contains(KEY));
    assertThrows(
        IllegalArgumentException.class, () -> VirtualTotpDevice.fromBase32("not base32!", clock));
  }
}
