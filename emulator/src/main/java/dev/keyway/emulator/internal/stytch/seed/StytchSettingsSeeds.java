package dev.keyway.emulator.internal.stytch.seed;

import dev.keyway.emulator.internal.stytch.state.StytchKeys;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.stytch.StytchSeed;
import dev.keyway.emulator.stytch.StytchSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between a project's settings and seeds, which say only what differs from a new project. */
public final class StytchSettingsSeeds {
  private StytchSettingsSeeds() {}

  /** The settings that a seed means. */
  public static StytchSettings settings(@Nullable StytchSettings seed) {
    return or(seed, StytchSettings.defaults());
  }

  /** What a seed says of settings; null if they are a new project's. */
  public static @Nullable StytchSettings seed(StytchSettings settings) {
    return settings.equals(StytchSettings.defaults()) ? null : settings;
  }

  /** What a seed says of a project: keys, settings that are not a new one's, machines and apps. */
  public static StytchSeed seed(StytchProject project) {
    return new StytchSeed(
        project.id(),
        project.secret(),
        project.publicToken(),
        project.events().secret(),
        seed(project.settings()),
        M2mClientSeeds.export(project),
        ConnectedAppSeeds.export(project));
  }

  /** The keys that a seed pins, and others where it does not. */
  public static StytchKeys keys(@Nullable StytchSeed seed, StytchKeys otherwise) {
    if (seed == null) {
      return otherwise;
    }
    return otherwise.pinned(seed.projectId(), seed.secret(), seed.publicToken());
  }

  /** The fields of a seed that pin something else than a project has. */
  public static List<String> differences(@Nullable StytchSeed seed, StytchProject project) {
    StytchKeys own = project.credentials();
    return keys(seed, own).equals(own)
            && (seed == null || project.events().hasSecret(seed.webhookSecret()))
        ? List.of()
        : List.of("stytch");
  }

  private static <T> T or(@Nullable T value, T usual) {
    return Objects.requireNonNullElse(value, usual);
  }
}
