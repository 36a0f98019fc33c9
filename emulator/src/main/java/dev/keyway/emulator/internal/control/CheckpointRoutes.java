package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.control.ControlFields.moment;
import static dev.keyway.emulator.internal.schema.Field.listOf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.ObjectType;
import jakarta.inject.Inject;
import java.util.List;

/** A world saved, and brought back. */
final class CheckpointRoutes implements ControlRoutes {
  private static final String CHECKPOINTS = "/worlds/{world}/checkpoints";
  private static final String EXAMPLE = "{\"id\":\"c1\",\"at\":\"2026-01-31T12:00:00Z\"}";

  private static final ObjectType SHAPE =
      ObjectType.of(
              "Checkpoint",
              line("id").says("Unique in the emulator.").required(),
              moment("at").says("When it was saved, by the world's clock.").required())
          .example(EXAMPLE);

  private static final ObjectType LIST =
      ObjectType.of("Checkpoints", listOf("checkpoints", SHAPE).says("Oldest first.").required())
          .example("{\"checkpoints\":[" + EXAMPLE + "]}");

  private final Checkpoints checkpoints;

  @Inject
  CheckpointRoutes(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(CHECKPOINTS, "checkpoints.save")
            .says(
                "Saves users, sessions, codes, keys, clock, outbox and social accounts; not the"
                    + " ledger.")
            .status(201)
            .gives(SHAPE, call -> view(checkpoints.save(call.world(), call.emulator().worlds()))),
        Endpoint.get(CHECKPOINTS, "checkpoints.list")
            .says("What was saved.")
            .gives(LIST, call -> list(call.world())),
        Endpoint.post(CHECKPOINTS + "/{checkpoint}/restore", "checkpoints.restore")
            .says("Brings the world back to how it was saved; any number of times.")
            .gives(
                WorldView.SHAPE,
                call -> {
                  World world = call.world();
                  world.restore(saved(world, call).checkpoint());
                  return WorldView.of(world);
                }),
        Endpoint.delete(CHECKPOINTS + "/{checkpoint}", "checkpoints.delete")
            .says("Lets a checkpoint go.")
            .does(
                call -> {
                  World world = call.world();
                  checkpoints.remove(world, saved(world, call).id());
                }));
  }

  private ObjectNode list(World world) {
    ObjectNode list = Json.object();
    ArrayNode array = list.putArray("checkpoints");
    checkpoints.of(world).forEach(saved -> array.add(view(saved)));
    return list;
  }

  private Checkpoints.Saved saved(World world, ControlCall call) {
    return checkpoints
        .find(world, call.path("checkpoint"))
        .orElseThrow(() -> ControlFailure.notFound("There is no checkpoint of this id"));
  }

  private static ObjectNode view(Checkpoints.Saved saved) {
    return Json.object().put("id", saved.id()).put("at", saved.checkpoint().takenAt().toString());
  }
}
