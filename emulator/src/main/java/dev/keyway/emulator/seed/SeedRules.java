package dev.keyway.emulator.seed;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be true of a seed beyond the form of each field. */
final class SeedRules {
  private final SourceLocations places;

  /** What must be unique in the file. */
  private final Map<String, String> taken = new HashMap<>();

  SeedRules(SourceLocations places) {
    this.places = places;
  }

  void check(List<WorldSeed> worlds) {
    for (int i = 0; i < worlds.size(); i++) {
      String path = "worlds[" + i + "]";
      world(worlds.get(i), path);
    }
  }

  private void world(WorldSeed world, String path) {
    unique("world", world.name(), path + ".name");
    WorldSeed.Clock clock = world.clock();
    if (clock != null) {
      require(
          (clock.frozenAt() == null) != (clock.offset() == null),
          path + ".clock",
          "must say either frozenAt or offset");
    }
    world.projectNames().forEach((place, name) -> unique("project", name, path + "." + place));
    for (int i = 0; i < world.socialAccounts().size(); i++) {
      String place = path + ".socialAccounts[" + i + "].subject";
      unique(path + "/account", world.socialAccounts().get(i).subject(), place);
    }
    world.teamIds().forEach((place, id) -> unique(path + "/team", id, path + "." + place));
    new ProjectRules(this, path).check(world);
    for (int i = 0; i < world.users().size(); i++) {
      new UserRules(this, path).check(world.users().get(i), path + ".users[" + i + "]");
    }
  }

  /** Refuses a second thing of the same kind and name. */
  void unique(String kind, @Nullable String name, String path) {
    if (name == null) {
      return;
    }
    String other = taken.putIfAbsent(kind + "/" + name.toLowerCase(Locale.ROOT), path);
    require(other == null, path, "is the same as " + other);
  }

  void require(boolean truth, String path, String problem) {
    if (!truth) {
      throw places.problem(path, problem);
    }
  }
}
