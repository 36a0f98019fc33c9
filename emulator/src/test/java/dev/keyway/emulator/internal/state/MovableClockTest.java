package dev.keyway.emulator.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.WorldClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MovableClockTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MovableClock machine = new MovableClock(Clock.fixed(START, ZoneOffset.UTC));
  private final WorldClock clock = new MovableClock(machine);

  @Test
  void aRunningClockKeepsItsDistanceToTheMachine() {
    clock.advance(Duration.ofHours(1));
    machine.advance(Duration.ofMinutes(1));

    assertEquals(START.plus(Duration.ofMinutes(61)), clock.now());
  }

  @Test
  void aFrozenClockStandsStillAndCanBeMoved() {
    clock.freeze();
    machine.advance(Duration.ofDays(1));
    assertEquals(START, clock.now());

    clock.advance(Duration.ofSeconds(5));
    assertEquals(START.plusSeconds(5), clock.now());
    assertTrue(clock.frozen());
  }

  @Test
  void aResumedClockRunsOnFromWhereItStood() {
    clock.freeze();
    machine.advance(Duration.ofDays(1));
    clock.resume();
    machine.advance(Duration.ofSeconds(3));

    assertEquals(START.plusSeconds(3), clock.now());
  }

  @Test
  void setMovesARunningClockAndLetsItRun() {
    clock.set(START.plus(Duration.ofDays(400)));
    machine.advance(Duration.ofSeconds(1));

    assertEquals(START.plus(Duration.ofDays(400)).plusSeconds(1), clock.now());
  }

  @Test
  void aClockOfAnotherZoneIsTheSameClock() {
    Clock tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));
    clock.advance(Duration.ofHours(2));

    assertEquals(clock.instant(), tokyo.instant());
  }
}
