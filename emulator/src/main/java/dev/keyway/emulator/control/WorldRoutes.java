package dev.keyway.emulator.control;

import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import jakarta.inject.Inject;
import java.util.List;

/** Worlds: opened, looked at, emptied, closed. */
final class WorldRoutes implements ControlRoutes {
  private static final String WORLD = "/worlds/{world}";

  private static final Shape ORDER =
      Shape.named("WorldOrder")
          .optional("name", Type.line(), "What to call it in reports; default world- and a number.")
          .example("{\"name\":\"checkout\"}");

  private final Checkpoints checkpoints;

  @Inject
  WorldRoutes(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @Override
  public List<Verb> verbs() {
    return List.of(
        Verb.post("/worlds", "worlds.create")
            .says("Opens a world: a project of its own on each provider.")
            .mayTake(ORDER)
            .status(201)
            .gives(WorldView.SHAPE, call -> WorldView.of(open(call))),
        Verb.get("/worlds", "worlds.list")
            .says("The open worlds.")
            .gives(WorldView.LIST, call -> WorldView.of(call.emulator().worlds())),
        Verb.get(WORLD, "worlds.get")
            .says("One world.")
            .gives(WorldView.SHAPE, call -> WorldView.of(call.world())),
        Verb.delete(WORLD, "worlds.delete")
            .says("Closes a world: held requests go on, its keys are unknown from now on.")
            .does(
                call -> {
                  call.world().close();
                  checkpoints.retain(call.emulator().worlds());
                }),
        Verb.post(WORLD + "/reset", "worlds.reset")
            .says("Back to an empty world; ids, keys and settings stay.")
            .gives(
                WorldView.SHAPE,
                call -> {
                  World world = call.world();
                  world.reset();
                  return WorldView.of(world);
                }),
        Verb.get(WORLD + "/connect", "worlds.connect")
            .says("The world's URLs and keys.")
            .gives(
                Connection.SHAPE,
                call -> {
                  World world = call.world();
                  return Connection.json(
                      world,
                      call.emulator().publicUrl() + ControlFront.BASE + "/worlds/" + world.id());
                }),
        Verb.get(WORLD + "/connect.env", "worlds.connect-env")
            .says("The world's URLs and keys as environment variables for Keyway.")
            .givesText("text/plain; charset=utf-8", call -> Connection.shell(call.world())));
  }

  private static World open(ControlCall call) {
    WorldSpec spec = WorldSpec.defaults();
    return call.emulator().newWorld(call.body().find("name").map(spec::named).orElse(spec));
  }
}
