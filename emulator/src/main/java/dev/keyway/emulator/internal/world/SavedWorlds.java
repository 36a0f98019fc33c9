package dev.keyway.emulator.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.SavedWorldsException;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.token.KeyRing;
import dev.keyway.emulator.internal.token.SavedKey;
import dev.keyway.emulator.internal.vendor.VendorProject;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.SeedException;
import dev.keyway.emulator.seed.WorldSeed;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Worlds as a file holds them between two runs: a seed, and what no seed says: the keys that sign
 * tokens, and whether the keys of a project are known to its user alone.
 */
final class SavedWorlds {
  private static final String FORM = "keyway-saved-worlds";
  private static final int VERSION = 1;

  private final String source;
  private final Seed seed;
  private final JsonNode projects;

  private SavedWorlds(String source, Seed seed, JsonNode projects) {
    this.source = source;
    this.seed = seed;
    this.projects = projects;
  }

  /** The worlds as they are now, in the form of the file. */
  static String write(List<LiveWorld> worlds) {
    ObjectNode file = Json.object().put("form", FORM).put("version", VERSION);
    ArrayNode projects = file.putArray("projects");
    List<WorldSeed> seeds = new ArrayList<>();
    for (LiveWorld world : worlds) {
      ObjectNode keys = projects.addObject();
      seeds.add(
          world.exclusively(
              () -> {
                world.projects().forEach(project -> write(project, keys));
                return world.export().worlds().get(0);
              }));
    }
    try {
      file.set("seed", Json.read(Seed.of(unique(seeds)).toJson()));
    } catch (Json.Malformed e) {
      throw new IllegalStateException("A seed is JSON", e);
    }
    return Json.write(file);
  }

  /** Names in a seed are unique; those of open worlds need not be. */
  private static List<WorldSeed> unique(List<WorldSeed> worlds) {
    Set<String> names = new HashSet<>();
    List<WorldSeed> unique = new ArrayList<>();
    for (WorldSeed world : worlds) {
      String name = world.name();
      for (int i = 2; !names.add(name); i++) {
        name = world.name() + " (" + i + ")";
      }
      unique.add(world.withName(name));
    }
    return unique;
  }

  private static void write(VendorProject project, ObjectNode keys) {
    ObjectNode one = keys.putObject(project.service().id());
    one.put("published", project.hasPublishedKeys());
    ObjectNode rings = one.putObject("signingKeys");
    project.keyRings().forEach((name, ring) -> write(ring, rings.putArray(name)));
  }

  private static void write(KeyRing ring, ArrayNode keys) {
    for (SavedKey key : ring.save()) {
      keys.addObject()
          .put("kid", key.kid())
          .put("algorithm", key.algorithm())
          .put("private", key.privateKey())
          .put("public", key.publicKey())
          .put("retiresAt", key.retiresAt() == null ? null : key.retiresAt().toString());
    }
  }

  /**
   * Reads a file.
   *
   * @param source its name, for messages
   * @throws SavedWorldsException if it was cut off, changed or never was one
   */
  static SavedWorlds read(String text, String source) {
    try {
      JsonNode file = Json.read(text);
      if (!file.path("form").asText().equals(FORM)) {
        throw damaged(source, "is no file of saved worlds");
      }
      if (file.path("version").asInt() != VERSION) {
        throw damaged(source, "was saved by another version");
      }
      return new SavedWorlds(
          source, Seed.parse(Json.write(file.path("seed")), source), file.path("projects"));
    } catch (Json.Malformed e) {
      throw damaged(source, "is cut off or damaged");
    } catch (SeedException e) {
      throw damaged(source, "is damaged at " + e.field());
    }
  }

  Seed seed() {
    return seed;
  }

  /** The vendors of a world whose keys nobody else knows. */
  Set<String> ownKeys(int world) {
    Set<String> own = new HashSet<>();
    for (Map.Entry<String, JsonNode> vendor : projects.path(world).properties()) {
      if (!vendor.getValue().path("published").asBoolean(true)) {
        own.add(vendor.getKey());
      }
    }
    return own;
  }

  /** Gives the projects of a new world the keys that signed before. */
  void loadKeys(int world, LiveWorld opened, Randomness random) {
    for (VendorProject project : opened.projects()) {
      JsonNode rings = projects.path(world).path(project.service().id()).path("signingKeys");
      for (Map.Entry<String, KeyRing> ring : project.keyRings().entrySet()) {
        try {
          ring.getValue().load(keys(rings.path(ring.getKey())), random);
        } catch (GeneralSecurityException | IllegalArgumentException | DateTimeException e) {
          throw damaged(source, "has a signing key that is none");
        }
      }
    }
  }

  private static List<SavedKey> keys(JsonNode array) {
    List<SavedKey> keys = new ArrayList<>();
    for (JsonNode key : array) {
      String end = key.path("retiresAt").asText("");
      keys.add(
          new SavedKey(
              key.path("kid").asText(),
              key.path("algorithm").asText(),
              key.path("private").asText(),
              key.path("public").asText(),
              end.isEmpty() || end.equals("null") ? null : Instant.parse(end)));
    }
    return keys;
  }

  private static SavedWorldsException damaged(String source, String how) {
    return new SavedWorldsException(
        source + " " + how + "; it was left as it is. Move it away to start anew");
  }
}
