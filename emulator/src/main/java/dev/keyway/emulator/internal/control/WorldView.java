package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.control.ControlFields.moment;
import static dev.keyway.emulator.internal.schema.Field.flag;
import static dev.keyway.emulator.internal.schema.Field.listOf;
import static dev.keyway.emulator.internal.schema.Field.number;
import static dev.keyway.emulator.internal.schema.Field.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.ObjectType;
import java.util.List;

/** A world in responses. */
final class WorldView {
  static final ObjectType SHAPE =
      ObjectType.of(
              "World",
              line("id").says("Unique in the emulator.").required(),
              text("name").says("What it is called in reports; need not be unique.").required(),
              moment("now").says("Its time.").required(),
              flag("frozen").says("Whether its clock stands still.").required(),
              number("messages").says("How many messages its outbox holds.").required(),
              number("requests").says("How many requests its ledger holds.").required(),
              number("faults").says("How many faults can still fire in it.").required())
          .example(
              """
              {"id":"w1","name":"checkout","now":"2026-01-31T12:00:00Z","frozen":false,
               "messages":1,"requests":4,"faults":0}""");

  static final ObjectType LIST =
      ObjectType.of("Worlds", listOf("worlds", SHAPE).says("Oldest first.").required())
          .example(
              """
              {"worlds":[{"id":"w1","name":"checkout","now":"2026-01-31T12:00:00Z",
               "frozen":false,"messages":1,"requests":4,"faults":0}]}""");

  private WorldView() {}

  static ObjectNode of(World world) {
    return Json.object()
        .put("id", world.id())
        .put("name", world.name())
        .put("now", world.clock().now().toString())
        .put("frozen", world.clock().frozen())
        .put("messages", world.outbox().messages().size())
        .put("requests", world.ledger().entries().size())
        .put("faults", world.faults().active().size());
  }

  static ObjectNode of(List<World> worlds) {
    ObjectNode list = Json.object();
    ArrayNode array = list.putArray("worlds");
    worlds.forEach(world -> array.add(of(world)));
    return list;
  }
}
