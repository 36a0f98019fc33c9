package dev.keyway.emulator.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
