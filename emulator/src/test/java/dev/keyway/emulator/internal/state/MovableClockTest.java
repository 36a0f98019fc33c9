package dev.keyway.emulator.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.WorldClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void whetherItStandsIsToldAndWhereItStopped() {
    assertFalse(clock.frozen());
    clock.advance(Duration.ofSeconds(7));
    assertEquals(START.plusSeconds(7), clock.freeze());
    assertTrue(clock.frozen());
    clock.resume();
    clock.resume();
    assertFalse(clock.frozen());
    assertEquals(START.plusSeconds(7), clock.now());
  }

  @Test
  void aClockIsStoppedAtAMomentAndSetWhileItStands() {
    clock.freezeAt(START.plusSeconds(9));
    machine.advance(Duration.ofSeconds(1));
    assertEquals(START.plusSeconds(9), clock.now());
    clock.set(START.plusSeconds(20));
    machine.advance(Duration.ofSeconds(1));
    assertEquals(START.plusSeconds(20), clock.now());
    assertEquals("WorldClock[2026-01-01T00:00:20Z, frozen]", clock.toString());
  }

  @Test
  void aClockThatIsResetRunsWithTheMachine() {
    clock.freezeAt(START.plusSeconds(9));
    clock.reset();
    assertEquals("WorldClock[2026-01-01T00:00:00Z]", clock.toString());
    machine.advance(Duration.ofSeconds(3));
    assertEquals(START.plusSeconds(3), clock.now());
  }

  @Test
  void itKnowsTheMachinesTimeAndItsDistance() {
    MovableClock ahead = new MovableClock(machine);
    assertEquals(Duration.ZERO, ahead.offset());
    ahead.advance(Duration.ofSeconds(5));
    assertEquals(Duration.ofSeconds(5), ahead.offset());
    assertEquals(START, ahead.machineTime());
    assertEquals(ZoneOffset.UTC, ahead.getZone());
    assertEquals(ZoneId.of("Asia/Tokyo"), ahead.withZone(ZoneId.of("Asia/Tokyo")).getZone());
  }

  @Test
  void itComesBackToAMomentStandingOrRunningAsItWas() {
    MovableClock moved = new MovableClock(machine);
    MovableClock.Snapshot running = moved.snapshot();
    moved.freezeAt(START.plusSeconds(50));
    MovableClock.Snapshot standing = moved.snapshot();
    assertEquals(new MovableClock.Snapshot(START, false), running);
    assertEquals(new MovableClock.Snapshot(START.plusSeconds(50), true), standing);

    machine.advance(Duration.ofSeconds(10));
    moved.restore(running);
    assertEquals(START, moved.instant());
    machine.advance(Duration.ofSeconds(1));
    assertEquals(START.plusSeconds(1), moved.instant());
    moved.restore(standing);
    machine.advance(Duration.ofSeconds(1));
    assertEquals(START.plusSeconds(50), moved.instant());
  }

  @Test
  void whoLooksOnIsToldOfEveryMoveAfterIt() {
    MovableClock moved = new MovableClock(machine);
    List<Instant> told = new ArrayList<>();
    moved.whenMoved(() -> told.add(moved.instant()));
    moved.advance(Duration.ofSeconds(1));
    moved.withZone(ZoneId.of("Asia/Tokyo")).set(START.plusSeconds(2));
    moved.freezeAt(START.plusSeconds(3));
    machine.advance(Duration.ofSeconds(1));
    moved.reset();
    assertEquals(
        List.of(
            START.plusSeconds(1), START.plusSeconds(2), START.plusSeconds(3), START.plusSeconds(1)),
        told);
  }
}
