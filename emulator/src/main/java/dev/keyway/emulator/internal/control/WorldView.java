package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import java.util.List;

/** A world in answers. */
final class WorldView {
  static final Shape SHAPE =
      Shape.named("World")
          .required("id", Type.line(), "Unique in the emulator.")
          .required("name", Type.text(), "What it is called in reports; need not be unique.")
          .required("now", Type.moment(), "Its time.")
          .required("frozen", Type.flag(), "Whether its clock stands still.")
          .required("messages", Type.number(), "How many messages its outbox holds.")
          .required("requests", Type.number(), "How many requests its ledger holds.")
          .required("faults", Type.number(), "How many faults can still fire in it.")
          .example(
              """
              {"id":"w1","name":"checkout","now":"2026-01-31T12:00:00Z","frozen":false,
               "messages":1,"requests":4,"faults":0}""");

  static final Shape LIST =
      Shape.named("Worlds")
          .required("worlds", Type.listOf(Type.of(SHAPE)), "Oldest first.")
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
