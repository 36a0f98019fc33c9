package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.schema.Field.tree;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.SeedException;
import jakarta.inject.Inject;
import java.util.List;

/** Worlds: opened, looked at, emptied, closed. */
final class WorldRoutes implements ControlRoutes {
  private static final String WORLD = "/worlds/{world}";

  private static final Field<ObjectNode> SEED = tree("seed");
  private static final Field<String> NAME = line("name");

  private final Checkpoints checkpoints;
  private final VendorTerms vendors;

  @Inject
  WorldRoutes(Checkpoints checkpoints, VendorTerms vendors) {
    this.checkpoints = checkpoints;
    this.vendors = vendors;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/worlds", "worlds.create")
            .says("Opens a world: a project of its own on each provider.")
            .mayTake(order())
            .status(201)
            .gives(WorldView.SHAPE, call -> WorldView.of(open(call))),
        Endpoint.get("/worlds", "worlds.list")
            .says("The open worlds.")
            .gives(WorldView.LIST, call -> WorldView.of(call.emulator().worlds())),
        Endpoint.get(WORLD, "worlds.get")
            .says("One world.")
            .gives(WorldView.SHAPE, call -> WorldView.of(call.world())),
        Endpoint.delete(WORLD, "worlds.delete")
            .says("Closes a world: held requests go on, its keys are unknown from now on.")
            .does(
                call -> {
                  call.world().close();
                  checkpoints.retain(call.emulator().worlds());
                }),
        Endpoint.post(WORLD + "/reset", "worlds.reset")
            .says("Back to an empty world; ids, keys and settings stay.")
            .gives(
                WorldView.SHAPE,
                call -> {
                  World world = call.world();
                  world.reset();
                  return WorldView.of(world);
                }),
        Endpoint.get(WORLD + "/connect", "worlds.connect")
            .says("The world's URLs and keys.")
            .gives(
                Connection.shape(vendors),
                call -> {
                  World world = call.world();
                  return Connection.json(
                      world,
                      call.emulator().publicUrl() + ControlApi.BASE + "/worlds/" + world.id());
                }),
        Endpoint.get(WORLD + "/connect.env", "worlds.connect-env")
            .says("The world's URLs and keys as environment variables for Keyway.")
            .givesText("text/plain; charset=utf-8", call -> Connection.shell(call.world())));
  }

  private ObjectType order() {
    ObjectNode example = Json.object().put("name", "checkout");
    example
        .putObject("seed")
        .putObject(vendors.first().id())
        .set("settings", PlainValues.object(vendors.examples().settings()));
    return ObjectType.of(
            "WorldOrder",
            NAME.says("What to call it in reports; default world- and a number."),
            SEED.says(
                "Settings, keys and users, as one world of a seed document has them (GET"
                    + " /_emulator/seed/schema)."))
        .example(Json.write(example));
  }

  private static World open(ControlCall call) {
    Values order = call.body();
    if (!order.has(SEED)) {
      WorldSpec spec = WorldSpec.defaults();
      return call.emulator().newWorld(order.find(NAME).map(spec::named).orElse(spec));
    }
    ObjectNode world = order.get(SEED).deepCopy();
    order.find(NAME).ifPresent(name -> world.put("name", name));
    if (!world.has("name")) {
      world.put("name", "seeded");
    }
    ObjectNode document = Json.object();
    document.putArray("worlds").add(world);
    return call.emulator().load(parsed(document)).get(0);
  }

  private static Seed parsed(ObjectNode document) {
    try {
      return Seed.parse(Json.write(document), "seed");
    } catch (SeedException e) {
      // The caller sent one world, and never saw the document that it was put into.
      String field = e.field().replaceFirst("^worlds\\[0]\\.?", "seed.").replaceFirst("\\.$", "");
      throw ControlFailure.invalid(field, String.valueOf(e.getMessage()));
    }
  }
}
