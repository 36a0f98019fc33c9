package dev.keyway.emulator.internal.stackauth.seed;

import static dev.keyway.emulator.internal.seed.Normalized.moment;

import dev.keyway.emulator.internal.seed.Defaults;
import dev.keyway.emulator.internal.stackauth.state.ProjectKeys;
import dev.keyway.emulator.internal.stackauth.state.ProjectKeys.KeySet;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.stackauth.KeySetSeed;
import java.time.Instant;
import java.util.List;

/** Between a project's sets of keys and seeds. */
public final class KeySetSeeds {
  private KeySetSeeds() {}

  /** Sets with nothing left open that has no usual value. */
  public static List<KeySetSeed> explicit(List<KeySetSeed> seeds, Instant now) {
    return seeds.stream()
        .map(
            seed ->
                new KeySetSeed(
                    seed.id(),
                    Defaults.unless("", seed.description()),
                    Defaults.or(seed.createdAt(), now),
                    Defaults.unless(ProjectKeys.NEVER, seed.expiresAt()),
                    seed.revokedAt(),
                    seed.publishableClientKey(),
                    seed.secretServerKey(),
                    seed.superSecretAdminKey()))
        .toList();
  }

  /** Adds explicit sets; one takes the place of another with its id or with all of its keys. */
  public static void load(StackAuthProject project, List<KeySetSeed> seeds) {
    for (KeySetSeed seed : seeds) {
      project
          .keySets()
          .put(
              new KeySet(
                  seed.id(),
                  Defaults.or(seed.description(), ""),
                  moment(seed.createdAt()),
                  Defaults.or(seed.expiresAt(), ProjectKeys.NEVER),
                  seed.revokedAt(),
                  seed.publishableClientKey(),
                  seed.secretServerKey(),
                  seed.superSecretAdminKey()));
    }
  }

  /** All sets but the first while nothing has become of it, oldest first. */
  public static List<KeySetSeed> export(StackAuthProject project) {
    return project.keySets().changedOrAdded().stream()
        .map(
            set ->
                new KeySetSeed(
                    set.id(),
                    Defaults.unless("", set.description()),
                    set.createdAt(),
                    Defaults.unless(ProjectKeys.NEVER, set.expiresAt()),
                    set.revokedAt(),
                    set.publishable(),
                    set.secret(),
                    set.admin()))
        .toList();
  }
}
