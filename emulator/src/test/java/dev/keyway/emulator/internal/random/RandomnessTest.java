package dev.keyway.emulator.internal.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RandomnessTest {
  private final Randomness random = new Randomness(new SecureRandom());

  @RepeatedTest(50)
  void opaqueStringsHave45CrockfordCharactersAndAShortLastOne() {
    String opaque = random.crockford45();

    assertTrue(opaque.matches("[0-9a-hjkmnp-tv-z]{45}"), opaque);
    assertEquals(0, "0123456789abcdefghjkmnpqrstvwxyz".indexOf(opaque.charAt(44)) % 2, opaque);
  }

  @Test
  void uuidsAreRandomOnesOfTheStandardVariant() {
    UUID uuid = UUID.fromString(random.uuid());

    assertEquals(4, uuid.version());
    assertEquals(2, uuid.variant());
  }

  @Test
  void codesKeepTheirLeadingZeros() {
    assertTrue(random.digits(6).matches("[0-9]{6}"));
  }

  @Test
  void aByteThatWouldFavourSomeCharactersIsDrawnAgain() {
    Randomness counting = new Randomness(new CountingDown());

    assertEquals("9876", counting.digits(4));
    assertEquals("fedc", new Randomness(new CountingDown()).hex(4));
    assertEquals("9876", new Randomness(new CountingDown()).alphanumeric(4));
  }

  /** Gives 255, 254, 253 and so on. */
  private static final class CountingDown extends SecureRandom {
    private static final long serialVersionUID = 1;

    private int next = 255;

    @Override
    public void nextBytes(byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) next--;
      }
    }
  }
}
