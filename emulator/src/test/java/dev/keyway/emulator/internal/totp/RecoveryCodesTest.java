package dev.keyway.emulator.internal.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryCodesTest {
  private final RecoveryCodes codes = RecoveryCodes.generate(new SecureRandom());

  @Test
  void tenDifferentCodesOfTheVendorsFormAreMade() {
    assertEquals(10, new HashSet<>(codes.unused()).size());
    for (String code : codes.unused()) {
      assertTrue(code.matches("[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}"), code);
    }
  }

  @Test
  void aCodeIsAcceptedOnce() {
    String code = codes.unused().get(3);
    RecoveryCodes left = codes.spend(code).orElseThrow();
    assertEquals(9, left.unused().size());
    assertFalse(left.unused().contains(code));
    assertTrue(left.spend(code).isEmpty());
    assertTrue(left.spend(codes.unused().get(4)).isPresent());
  }

  @Test
  void anUnknownCodeUsesNothingUp() {
    assertTrue(codes.spend("q7mz-4kd2-wp9").isEmpty());
    assertTrue(codes.spend("").isEmpty());
    assertTrue(codes.spend(codes.unused().get(0) + " ").isEmpty());
    assertEquals(10, codes.unused().size());
  }

  @Test
  void onlyCodesOfTheFormCanBeBroughtAlong() {
    assertEquals(List.of("q7mz-4kd2-wp9x"), RecoveryCodes.of(List.of("q7mz-4kd2-wp9x")).unused());
    assertThrows(IllegalArgumentException.class, () -> RecoveryCodes.of(List.of("Q7MZ-4KD2-WP9X")));
  }

  @Test
  void theCodesStayOutOfToString() {
    assertEquals("RecoveryCodes[10 unused]", codes.toString());
  }
}
