package dev.keyway.emulator.internal.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
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
    ring.restore(before);
    assertTrue(ring.find(first).isEmpty());
  }

  @Test
  void theFirstKeysAreMadeWhenTheyAreNeeded() {
    KeyRing two = new KeyRing(clock, 2, () -> SigningKey.es256(random.base64Url(9), random));
    assertFalse(two.isFilled());
    assertEquals(List.of(), two.save());
    List<SigningKey> published = two.published();

    assertTrue(two.isFilled());
    assertEquals(2, published.size());
    assertSame(published.get(1), two.signing());
    assertSame(published.get(0), two.find(published.get(0).kid()).orElseThrow());
    assertTrue(two.find("unknown").isEmpty());
    assertTrue(two.find(null).isEmpty());
  }

  @Test
  void whoeverIsFirstToNeedThemFindsTheFirstKeys() {
    KeyRing known = new KeyRing(clock, 1, () -> SigningKey.es256("known", random));
    assertTrue(known.find("known").isPresent());
    ring.rotate(Duration.ofHours(1));
    assertEquals(2, ring.published().size());
  }

  @Test
  void aRingGoesBackToTheKeysThatItHad() {
    KeyRing.Snapshot none = ring.snapshot();
    SigningKey first = ring.signing();
    KeyRing.Snapshot one = ring.snapshot();
    ring.rotate(Duration.ofHours(1));
    ring.restore(one);
    assertFalse(ring.isFilled());
    assertSame(first, ring.signing());
    assertEquals(1, ring.published().size());

    ring.rotate(Duration.ofHours(1));
    ring.restore(none);
    assertSame(first, ring.signing(), "the first key stays the first");
    assertEquals(1, ring.published().size());
  }

  @Test
  void aKeyThatRetiresAlreadyIsNotKeptLongerByTheNextRotation() {
    String first = ring.signing().kid();
    ring.rotate(Duration.ofMinutes(1));
    ring.rotate(Duration.ofHours(1));
    clock.advance(Duration.ofMinutes(1));

    assertTrue(ring.find(first).isEmpty());
    assertEquals(2, ring.published().size());
  }

  @Test
  void savedKeysServeAnotherRing() throws Exception {
    String token = ring.signing().sign(null, "{}");
    String first = ring.signing().kid();
    ring.rotate(Duration.ofHours(1));
    KeyRing other = new KeyRing(clock, 1, () -> SigningKey.es256("none", random));
    other.load(ring.save(), random);

    assertEquals(ring.signing().kid(), other.signing().kid());
    assertTrue(other.find(first).orElseThrow().verifies(CompactJws.parse(token).orElseThrow()));
    clock.advance(Duration.ofHours(1));
    assertTrue(other.find(first).isEmpty());
    assertEquals(2, other.retire().size());
    assertFalse(other.isFilled());
  }

  @Test
  void aRingThatWasLoadedGoesBackToItsKeysToo() throws Exception {
    KeyRing other = new KeyRing(clock, 1, () -> SigningKey.es256("none", random));
    KeyRing.Snapshot none = other.snapshot();
    String kid = ring.signing().kid();
    other.load(ring.save(), random);
    other.restore(none);

    assertEquals(kid, other.signing().kid());
  }
}
