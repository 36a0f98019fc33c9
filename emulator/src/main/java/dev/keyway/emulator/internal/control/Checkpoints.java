package dev.keyway.emulator.internal.control;

import dev.keyway.emulator.Checkpoint;
import dev.keyway.emulator.World;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The checkpoints that programs without Java refer to by id. Safe for use by several threads. */
@Singleton
final class Checkpoints {
  /** Enough for any suite; each holds a copy of the world. */
  static final int MOST_PER_WORLD = 100;

  private final Map<World, Map<String, Saved>> saved = new HashMap<>();
  private long count;

  @Inject
  Checkpoints() {}

  /**
   * Saves a world as it is.
   *
   * @param open the worlds that are open: checkpoints of others are let go
   */
  synchronized Saved save(World world, List<World> open) {
    retain(open);
    Map<String, Saved> ofWorld = saved.computeIfAbsent(world, w -> new LinkedHashMap<>());
    if (ofWorld.size() >= MOST_PER_WORLD) {
      throw ControlFailure.conflict(
          "too_many_checkpoints", "A world keeps at most " + MOST_PER_WORLD + " checkpoints");
    }
    count++;
    Saved one = new Saved("c" + count, world.checkpoint());
    ofWorld.put(one.id(), one);
    return one;
  }

  synchronized List<Saved> of(World world) {
    return List.copyOf(saved.getOrDefault(world, Map.of()).values());
  }

  synchronized Optional<Saved> find(World world, String id) {
    return Optional.ofNullable(saved.getOrDefault(world, Map.of()).get(id));
  }

  synchronized void remove(World world, String id) {
    Map<String, Saved> ofWorld = saved.get(world);
    if (ofWorld != null) {
      ofWorld.remove(id);
    }
  }

  /** Lets go of what belongs to worlds that are closed. */
  synchronized void retain(List<World> open) {
    Set<World> kept = new HashSet<>(open);
    saved.keySet().removeIf(world -> !kept.contains(world));
  }

  /**
   * A checkpoint with a name.
   *
   * @param id unique in the emulator
   * @param checkpoint what was saved
   */
  record Saved(String id, Checkpoint checkpoint) {}
}
