package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.objectOrText;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.seed.Seed;
import jakarta.inject.Inject;
import java.util.List;

/** Worlds as documents: loaded, and written down. */
final class SeedRoutes implements ControlRoutes {
  private static final Field<String> SEED = objectOrText("seed");

  private static final ObjectType ORDER =
      ObjectType.of(
              "SeedOrder",
              SEED.says(
                      "A seed document (GET /_emulator/seed/schema), as an object, or as text in YAML or"
                          + " JSON.")
                  .required())
          .example("{\"seed\":{\"version\":1,\"worlds\":[{\"name\":\"checkout\"}]}}");

  @Inject
  SeedRoutes() {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/seed", "seed.load")
            .says("Opens a world for each in the document; all of them, or none.")
            .takes(ORDER)
            .status(201)
            .gives(WorldView.LIST, call -> WorldView.of(call.emulator().load(seed(call)))),
        Endpoint.get("/seed/schema", "seed.schema")
            .says("The JSON Schema of seed documents.")
            .givesJson(call -> tree(Seed.jsonSchema())),
        Endpoint.get("/export", "seed.export-all")
            .says("All open worlds as one seed document.")
            .givesJson(call -> tree(all(call.emulator().worlds()).toJson())),
        Endpoint.post("/worlds/{world}/import", "seed.import")
            .says("Loads the only world of a document into this one.")
            .takes(ORDER)
            .gives(
                WorldView.SHAPE,
                call -> {
                  World world = call.world();
                  world.load(seed(call));
                  return WorldView.of(world);
                }),
        Endpoint.get("/worlds/{world}/export", "seed.export")
            .says("The world as a seed document; importing it gives the same world.")
            .givesJson(call -> tree(call.world().export().toJson())),
        Endpoint.get("/worlds/{world}/export.yaml", "seed.export-yaml")
            .says("The world as a seed document in YAML.")
            .givesText("application/yaml", call -> call.world().export().toYaml()));
  }

  private static Seed all(List<World> worlds) {
    return Seed.of(worlds.stream().flatMap(world -> world.export().worlds().stream()).toList());
  }

  private static Seed seed(ControlCall call) {
    return Seed.parse(call.body().get(SEED), "seed");
  }

  private static JsonNode tree(String json) {
    try {
      return Json.read(json);
    } catch (Json.Malformed e) {
      throw new IllegalStateException("A seed is written in JSON", e);
    }
  }
}
