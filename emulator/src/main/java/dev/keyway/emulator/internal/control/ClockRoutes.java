package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.duration;
import static dev.keyway.emulator.internal.control.ControlFields.moment;
import static dev.keyway.emulator.internal.schema.Field.flag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.WorldClock;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A world's time. */
final class ClockRoutes implements ControlRoutes {
  private static final String CLOCK = "/worlds/{world}/clock";

  private static final Field<Duration> BY =
      duration("by", Instants.FARTHEST.negated(), Instants.FARTHEST);
  private static final Field<Boolean> FROZEN = flag("frozen");
  private static final Field<Instant> NOW = moment("now");

  private static final ObjectType SHAPE =
      ObjectType.of(
              "Clock",
              NOW.says("The world's present moment.").required(),
              FROZEN.says("Whether it stands still.").required())
          .example("{\"now\":\"2026-01-31T12:00:00Z\",\"frozen\":false}");

  private static final ObjectType SET =
      ObjectType.of(
              "ClockSetting",
              NOW.says("Where to put the clock.").required(),
              FROZEN.says("Whether it stands still from now on; default: as before."))
          .example("{\"now\":\"2026-01-31T12:00:00Z\",\"frozen\":true}");

  private static final ObjectType STEP =
      ObjectType.of("ClockStep", BY.says("How far to move; a negative step moves back.").required())
          .example("{\"by\":\"PT10M\"}");

  @Inject
  ClockRoutes() {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(CLOCK, "clock.get")
            .says("What time it is in the world.")
            .gives(SHAPE, call -> view(call.world().clock())),
        Endpoint.put(CLOCK, "clock.set")
            .says("Puts the clock at a moment; a running clock runs on from there.")
            .takes(SET)
            .gives(SHAPE, ClockRoutes::set),
        Endpoint.post(CLOCK + "/advance", "clock.advance")
            .says("Moves the clock; a frozen clock stays frozen.")
            .takes(STEP)
            .gives(SHAPE, ClockRoutes::advance),
        Endpoint.post(CLOCK + "/freeze", "clock.freeze")
            .says("Stops the clock where it is.")
            .gives(
                SHAPE,
                call -> {
                  WorldClock clock = call.world().clock();
                  Instant unused = clock.freeze();
                  return view(clock);
                }),
        Endpoint.post(CLOCK + "/unfreeze", "clock.unfreeze")
            .says("Lets a frozen clock run on from where it stands.")
            .gives(
                SHAPE,
                call -> {
                  WorldClock clock = call.world().clock();
                  clock.resume();
                  return view(clock);
                }),
        Endpoint.delete(CLOCK, "clock.reset")
            .says("Back to the machine's time, running.")
            .does(call -> call.world().clock().reset()));
  }

  private static ObjectNode set(ControlCall call) {
    WorldClock clock = call.world().clock();
    Instant moment = call.body().get(NOW);
    if (call.body().find(FROZEN).orElseGet(clock::frozen)) {
      clock.freezeAt(moment);
    } else {
      clock.resume();
      clock.set(moment);
    }
    return view(clock);
  }

  private static ObjectNode advance(ControlCall call) {
    WorldClock clock = call.world().clock();
    Duration step = call.body().get(BY);
    if (!Instants.reasonable(clock.now().plus(step))) {
      throw ControlFailure.invalid("by", "by leads out of the years 1970 to 9998");
    }
    clock.advance(step);
    return view(clock);
  }

  private static ObjectNode view(WorldClock clock) {
    return Json.object().put("now", clock.now().toString()).put("frozen", clock.frozen());
  }
}
