package dev.keyway.emulator.internal.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.state.MovableClock;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private final MovableClock clock = new MovableClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final Randomness random = new Randomness(new SecureRandom());
  private final KeyRing ring =
      new KeyRing(clock, 1, () -> SigningKey.es256(random.base64Url(9), random));

  @Test
  void afterARotationTheOldKeyVerifiesUntilItsOverlapHasPassed() {
    String old = ring.signing().kid();
    ring.rotate(Duration.ofHours(1));

    assertNotEquals(old, ring.signing().kid());
    assertTrue(ring.find(old).isPresent());

    clock.advance(Duration.ofHours(1));
    assertTrue(ring.find(old).isEmpty());
    assertEquals(
        List.of(ring.signing().kid()), ring.published().stream().map(SigningKey::kid).toList());
  }

  @Test
  void aRetiredRingHandsOutEveryKeyItEverHad() {
    KeyRing.Snapshot before = ring.snapshot();
    String first = ring.signing().kid();
    ring.rotate(Duration.ZERO);
    String second = ring.signing().kid();
    ring.restore(before);

    assertEquals(List.of(first, second), ring.retire().stream().map(SigningKey::kid).toList());
    assertEquals(List.of(), ring.retire());
    assertNotEquals(first, ring.signing().kid());
  }
}
