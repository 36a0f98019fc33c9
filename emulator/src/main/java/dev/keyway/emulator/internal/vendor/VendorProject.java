package dev.keyway.emulator.internal.vendor;

import dev.keyway.emulator.Accounts;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.internal.seed.LocatedUser;
import dev.keyway.emulator.internal.seed.SeedConflict;
import dev.keyway.emulator.internal.token.KeyRing;
import dev.keyway.emulator.seed.WorldSeed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One vendor's project in one world. */
public interface VendorProject {

  /** The project as users see it. */
  VendorService service();

  /** Its users. */
  Accounts accounts();

  /**
   * Lets requests find it, by all that they may name it with or, where one is taken, by nothing.
   *
   * @throws IllegalStateException if another project has one of its names
   */
  void announce();

  /** No request finds it any more. */
  void forget();

  /** Does something between two requests. */
  <T> T exclusively(Supplier<T> work);

  /** Forgets users, sessions and codes; keys and settings stay. */
  void reset();

  /** Remembers what it is like now. The caller is {@linkplain #exclusively alone}. */
  Moment remember();

  /** The fields of its part of a seed that pin something else than it has. */
  List<String> differences(WorldSeed seed);

  /**
   * A seed in which nothing is left open of what it puts here beside users.
   *
   * @param now the world's time
   */
  default WorldSeed explicit(WorldSeed seed, Instant now) {
    return seed;
  }

  /**
   * The users that a seed puts here, with nothing left open.
   *
   * @param path where the world stands in the seed, for example {@code worlds[0]}
   * @param now the world's time
   */
  List<LocatedUser> normalized(WorldSeed seed, String path, Instant now);

  /**
   * The first thing that keeps one of the users or another part of a seed out; empty if nothing
   * does.
   *
   * @param seed what {@link #explicit} made
   * @param path where the world stands in the seed, for example {@code worlds[0]}
   */
  Optional<SeedConflict> conflict(WorldSeed seed, String path, List<LocatedUser> users);

  /** Takes over the settings of a seed, if it has any, and its users, who don't conflict. */
  void load(WorldSeed seed, List<LocatedUser> users);

  /** The world with this project: its keys, its settings, its users after those that are there. */
  WorldSeed export(WorldSeed world);

  /** What signs its tokens, by names that stay the same. */
  Map<String, KeyRing> keyRings();

  /** Whether others than the world's user know its keys: they stand in a file, or in documents. */
  boolean hasPublishedKeys();

  /** A project at one moment. */
  interface Moment {

    /** The project is again as it was then. */
    void restore();
  }
}
