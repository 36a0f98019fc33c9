package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class ClockRoutesTest {
  private static final String NOON = "2026-01-31T12:00:00Z";

  private final World world;
  private final Control control;
  private final String clock;

  ClockRoutesTest(AuthEmulator emulator, World world) throws Exception {
    this.world = world;
    this.control = new Control(emulator);
    this.clock = Control.of(world) + "/clock";
  }

  @Test
  void aFrozenClockMovesOnlyWhenItIsTold() throws Exception {
    control.put(clock, "{\"now\":\"" + NOON + "\",\"frozen\":true}");

    JsonNode later = control.post(clock + "/advance", "{\"by\":\"PT10M\"}");
    assertEquals("2026-01-31T12:10:00Z", later.path("now").asText());
    assertTrue(later.path("frozen").asBoolean());
    assertEquals(later, control.get(clock));

    JsonNode earlier = control.post(clock + "/advance", "{\"by\":\"-PT20M\"}");
    assertEquals("2026-01-31T11:50:00Z", earlier.path("now").asText());
    assertEquals(Instant.parse("2026-01-31T11:50:00Z"), world.clock().now());
  }

  @Test
  void aClockThatWasFrozenRunsOn() throws Exception {
    control.put(clock, "{\"now\":\"" + NOON + "\"}");
    JsonNode frozen = control.post(clock + "/freeze", "");
    assertTrue(frozen.path("frozen").asBoolean());
    assertEquals(frozen.path("now"), control.get(clock).path("now"));

    JsonNode running = control.post(clock + "/unfreeze", "");
    assertFalse(running.path("frozen").asBoolean());
    assertFalse(
        Instant.parse(running.path("now").asText())
            .isBefore(Instant.parse(frozen.path("now").asText())));
    assertFalse(Instant.parse(NOON).isAfter(world.clock().now()));
  }

  @Test
  void aFrozenClockThatIsSetStaysFrozen() throws Exception {
    control.post(clock + "/freeze", "");
    control.put(clock, "{\"now\":\"" + NOON + "\"}");
    assertEquals(Instant.parse(NOON), world.clock().now());
    assertTrue(world.clock().frozen());

    control.put(clock, "{\"now\":\"" + NOON + "\",\"frozen\":false}");
    assertFalse(world.clock().frozen());

    control.delete(clock);
    assertTrue(world.clock().now().isAfter(Instant.parse(NOON)));
  }
}
