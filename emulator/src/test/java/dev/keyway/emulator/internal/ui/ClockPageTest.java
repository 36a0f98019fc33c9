package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Wire;
import dev.keyway.emulator.WorldClock;
import dev.keyway.emulator.internal.ui.Browser.Page;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockPageTest {
  private static final Instant NOON = Instant.parse("2030-01-31T12:00:00Z");

  private final Scene scene = new Scene();
  private final WorldClock clock = scene.world.clock();

  @AfterEach
  void close() {
    scene.close();
  }

  @ParameterizedTest
  @CsvSource({"+1 min,PT1M", "+10 min,PT10M", "+1 hour,PT1H", "+1 day,P1D"})
  void aButtonMovesTheClock(String button, Duration step) {
    clock.freezeAt(NOON);

    scene.open("/clock").press(button);

    assertEquals(NOON.plus(step), clock.now());
  }

  @Test
  void theClockCanBeFrozenAndLetRun() {
    Page page = scene.open("/clock").press("Freeze");
    assertTrue(clock.frozen());
    assertTrue(page.text().contains("frozen"));

    page.press("Let it run");

    assertFalse(clock.frozen());
  }

  @Test
  void everyPageTellsOfAClockThatIsNotTheMachines() {
    assertFalse(scene.open("/ledger").document().select(".world-clock").text().contains("ahead"));

    clock.advance(Duration.ofDays(2));
    assertTrue(
        scene.open("/ledger").document().select(".world-clock").text().contains("2 d ahead"));
    assertTrue(scene.browser.open(Browser.UI).document().text().contains("2 d ahead"));

    clock.freezeAt(NOON);
    assertTrue(scene.open("/ledger").document().select(".world-clock").text().contains("frozen"));
  }

  @Test
  void everyPageCountsRequestsThatFoundNoWorld() throws Exception {
    assertEquals("", scene.open("/ledger").document().select(".top .count").text());

    Wire.to(scene.emulator.baseUrl()).get("/nothing/here");

    assertEquals("1", scene.open("/ledger").document().select(".top .count").text());
  }

  @Test
  void theClockIsMovedByAnyLengthBothWays() {
    clock.freezeAt(NOON);

    scene.open("/clock").form("Move").fill("How far", "-36").fill("Unit", "hours").press();

    assertEquals(NOON.minus(Duration.ofHours(36)), clock.now());
  }

  @ParameterizedTest
  @CsvSource({
    "2031-02-03T04:05:06,2031-02-03T04:05:06Z",
    "2031-02-03T04:05,2031-02-03T04:05:00Z",
    "2031-02-03 04:05:06,2031-02-03T04:05:06Z",
    "2031-02-03T04:05:06Z,2031-02-03T04:05:06Z"
  })
  void theClockIsSetToATime(String typed, Instant expected) {
    clock.freezeAt(NOON);

    scene.open("/clock").form("Set").fill("Date and time, UTC", typed).press();

    assertEquals(expected, clock.now());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "tomorrow", "2031-02-30T00:00", "9999-01-01T00:00", "1900-01-01T00:00", "<b>"})
  void whatIsNoTimeChangesNothing(String typed) {
    clock.freezeAt(NOON);

    Page page = scene.open("/clock").form("Set").force("moment", typed).send();

    assertEquals(400, page.status());
    WellMade.check(page);
    assertEquals(NOON, clock.now());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.5", "x", "999999999", "900000"})
  void whatIsNoLengthChangesNothing(String typed) {
    clock.freezeAt(NOON);

    Page page =
        scene.open("/clock").form("Move").force("amount", typed).fill("Unit", "days").send();

    assertEquals(400, page.status());
    assertEquals(NOON, clock.now());
  }

  @Test
  void theClockGoesBackToTheMachinesTime() {
    clock.freezeAt(NOON);

    Page page = scene.open("/clock").press("Back to this machine's time");

    assertFalse(clock.frozen());
    assertTrue(page.text().contains("Runs, with this machine's time."), page.text());
  }

  @Test
  void theOtherWorldsClockStaysAsItIs() {
    WorldClock other = scene.emulator.newWorld().clock();
    other.freezeAt(NOON);

    scene.open("/clock").press("+1 day");

    assertEquals(NOON, other.now());
  }
}
