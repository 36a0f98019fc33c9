package dev.keyway.emulator.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known of sessions that are over, and for how long. */
class SessionsTest {
  private static final Duration LIFE = Duration.ofHours(1);

  private final MovableClock clock = new MovableClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final Sessions<Signed> sessions = new Sessions<>(clock);

  @Test
  void anExpiredSessionIsKnownUntilItsRetentionIsOver() {
    sessions.add(session(1, LIFE));
    clock.advance(LIFE.plus(Retention.TIME).minusSeconds(1));

    assertTrue(sessions.byId("id-1").isPresent());
    assertEquals(1, sessions.ofUser("user").size());

    clock.advance(Duration.ofSeconds(1));

    assertTrue(sessions.byId("id-1").isEmpty());
    assertTrue(sessions.byToken("token-1").isEmpty());
    assertEquals(List.of(), sessions.ofUser("user"));
  }

  @Test
  void theNextSessionTakesThePlaceOfThoseWhoseRetentionIsOver() {
    sessions.add(session(1, LIFE));
    sessions.add(session(2, LIFE));
    clock.advance(LIFE.plus(Retention.TIME));
    sessions.add(session(3, LIFE));

    assertEquals(1, sessions.count());
  }

  @Test
  void ofTooManyThatExpiredTheEarliestAreForgotten() {
    int many = Retention.COUNT + 100;
    for (int i = 0; i < many; i++) {
      sessions.add(session(i, LIFE));
      clock.advance(Duration.ofSeconds(1));
    }
    assertEquals(
        Math.min(many, LIFE.toSeconds() + Retention.COUNT), sessions.count(), "the living stay");
    clock.advance(LIFE);
    sessions.add(session(many, LIFE));

    assertEquals(Retention.COUNT + 1, sessions.count());
    assertTrue(sessions.byId("id-99").isEmpty());
    assertTrue(sessions.byId("id-100").isPresent());
  }

  @Test
  void aSessionWhoseEndWasMovedGoesByItsNewEnd() {
    Signed longer = session(1, LIFE);
    Signed shorter = session(2, Retention.TIME);
    sessions.add(longer);
    sessions.add(shorter);
    sessions.end(longer, Instant.EPOCH.plus(Retention.TIME).plus(LIFE));
    sessions.end(shorter, Instant.EPOCH);
    clock.advance(Retention.TIME);
    sessions.add(session(3, LIFE));

    assertTrue(sessions.byId("id-1").isPresent());
    assertTrue(sessions.byId("id-2").isEmpty());
    assertEquals(2, sessions.count());
  }

  @Test
  void whatAClockThatWasSetBackRevivesStays() {
    int many = Retention.COUNT + 1;
    for (int i = 0; i < many - 1; i++) {
      sessions.add(session(i, LIFE));
    }
    clock.advance(LIFE);
    sessions.add(session(many, LIFE));
    clock.set(Instant.EPOCH);
    sessions.add(session(many + 1, LIFE));

    assertEquals(many + 1, sessions.count());
  }

  @Test
  void aCopyForgetsApartFromItsOriginal() {
    sessions.add(session(1, LIFE));
    Sessions<Signed> copy = sessions.copy(Signed::new);
    copy.end(copy.byId("id-1").orElseThrow(), Instant.EPOCH.plus(LIFE).plus(LIFE));
    clock.advance(LIFE.plus(Retention.TIME));
    copy.add(session(2, LIFE));
    sessions.add(session(2, LIFE));

    assertEquals(2, copy.count());
    assertEquals(1, sessions.count());
  }

  @Test
  void aSessionWhoseEndWasMovedKeepsNoOtherFromBeingForgotten() {
    Signed moved = session(1, LIFE);
    sessions.add(moved);
    sessions.add(session(2, LIFE.multipliedBy(2)));
    sessions.end(moved, Instant.EPOCH.plus(Retention.TIME.multipliedBy(2)));
    clock.advance(LIFE.multipliedBy(2).plus(Retention.TIME));
    sessions.add(session(3, LIFE));

    assertEquals(2, sessions.count());
  }

  @Test
  void aSessionIsFoundByItsIdItsTokenAndItsUser() {
    Signed first = session(2, LIFE);
    Signed second = session(1, LIFE);
    sessions.add(first);
    sessions.add(second);

    assertEquals(Optional.of(first), sessions.byId("id-2"));
    assertEquals(Optional.of(second), sessions.byToken("token-1"));
    assertEquals(Optional.empty(), sessions.byToken("id-1"));
    assertEquals(List.of(first, second), sessions.ofUser("user"), "oldest first");
    assertEquals(List.of(), sessions.ofUser("nobody"));
  }

  @Test
  void aRevokedSessionIsGone() {
    Signed one = session(1, LIFE);
    Signed other = session(2, LIFE);
    sessions.add(one);
    sessions.add(other);
    sessions.revoke(one);
    sessions.revoke(one);

    assertEquals(Optional.empty(), sessions.byId("id-1"));
    assertEquals(Optional.empty(), sessions.byToken("token-1"));
    assertEquals(List.of(other), sessions.ofUser("user"));
    sessions.revokeAll("user", session -> session.id().equals("id-1"));
    assertEquals(List.of(other), sessions.ofUser("user"));
    sessions.revokeAll("user");
    assertEquals(List.of(), sessions.ofUser("user"));
    assertEquals(0, sessions.count());
  }

  /** It would otherwise be forgotten once more, and with it a later one of its id. */
  @Test
  void aRevokedSessionEndsNoMore() {
    Signed one = session(1, LIFE);
    sessions.add(one);
    sessions.revoke(one);
    sessions.add(session(1, Retention.TIME.plus(LIFE)));
    clock.advance(LIFE.plus(Retention.TIME));
    sessions.add(session(2, LIFE));

    assertEquals(2, sessions.count());
  }

  @Test
  void theEndOfASessionMovesBeforeItIsAdded() {
    Signed one = session(1, LIFE);
    sessions.end(one, Instant.EPOCH.plus(LIFE).plus(LIFE));
    sessions.add(one);
    clock.advance(LIFE.plus(Retention.TIME));
    sessions.add(session(2, LIFE));

    assertEquals(2, sessions.count());
  }

  @Test
  void aCopyForgetsWhatHadEndedBefore() {
    sessions.add(session(1, LIFE));
    clock.advance(LIFE);
    sessions.add(session(2, LIFE));
    Sessions<Signed> copy = sessions.copy(Signed::new);
    clock.advance(Retention.TIME);
    copy.add(session(3, LIFE));

    assertEquals(2, copy.count());
    assertEquals(2, sessions.count());
  }

  @Test
  void aSessionTellsItsTimes() {
    Signed session = session(1, LIFE);
    assertEquals(Instant.EPOCH, session.createdAt());
    assertEquals(Instant.EPOCH, session.lastUsedAt());
    session.usedAt(Instant.EPOCH.plusSeconds(7));
    assertEquals(Instant.EPOCH.plusSeconds(7), session.lastUsedAt());
    assertEquals(Instant.EPOCH, session.createdAt());
    assertTrue(session.livesAt(Instant.EPOCH.plus(LIFE).minusNanos(1)));
    assertFalse(session.livesAt(Instant.EPOCH.plus(LIFE)));
  }

  @Test
  void aCopyHasTheSameSessionsOfItsOwn() {
    Signed session = session(1, LIFE);
    session.usedAt(Instant.EPOCH.plusSeconds(7));
    sessions.add(session);
    Sessions<Signed> copy = sessions.copy(Signed::new);
    Signed twin = copy.byToken("token-1").orElseThrow();

    assertNotSame(session, twin);
    assertEquals("user", twin.userId());
    assertEquals(Instant.EPOCH, twin.createdAt());
    assertEquals(Instant.EPOCH.plusSeconds(7), twin.lastUsedAt());
    assertEquals(Instant.EPOCH.plus(LIFE), twin.expiresAt());
    copy.revokeAll("user");
    assertEquals(1, sessions.count());
  }

  private Signed session(int number, Duration life) {
    Instant now = clock.instant();
    return new Signed("id-" + number, "user", "token-" + number, now, now.plus(life));
  }

  private static final class Signed extends Session {
    Signed(String id, String userId, String token, Instant createdAt, Instant expiresAt) {
      super(id, userId, token, createdAt, expiresAt);
    }

    Signed(Signed other) {
      super(other);
    }
  }
}
