package dev.keyway.emulator.internal.stackauth.seed;

import dev.keyway.emulator.internal.stackauth.state.StackAuthKeys;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.stackauth.StackAuthSeed;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between a project's settings and seeds, which say only what differs from a new project. */
public final class StackAuthSettingsSeeds {
  private StackAuthSettingsSeeds() {}

  /** The settings that a seed means. */
  public static StackAuthSettings settings(@Nullable StackAuthSettings seed) {
    return or(seed, StackAuthSettings.defaults());
  }

  /** What a seed says of settings; null if they are a new project's. */
  public static @Nullable StackAuthSettings seed(StackAuthSettings settings) {
    return settings.equals(StackAuthSettings.defaults()) ? null : settings;
  }

  /** What a seed says of a project: its keys, and its settings where they are not a new one's. */
  public static StackAuthSeed seed(StackAuthProject project) {
    return new StackAuthSeed(
        project.id(),
        project.publishableClientKey(),
        project.secretServerKey(),
        project.superSecretAdminKey(),
        project.events().secret(),
        seed(project.settings()));
  }

  private static <T> T or(@Nullable T value, T usual) {
    return Objects.requireNonNullElse(value, usual);
  }

  /** The keys that a seed pins, and others where it does not. */
  public static StackAuthKeys keys(@Nullable StackAuthSeed seed, StackAuthKeys otherwise) {
    if (seed == null) {
      return otherwise;
    }
    return otherwise.pinned(
        seed.projectId(),
        seed.publishableClientKey(),
        seed.secretServerKey(),
        seed.superSecretAdminKey());
  }

  /** The fields of a seed that pin something else than a project has. */
  public static List<String> differences(@Nullable StackAuthSeed seed, StackAuthProject project) {
    StackAuthKeys own = project.credentials();
    return keys(seed, own).equals(own)
            && (seed == null || project.events().hasSecret(seed.webhookSecret()))
        ? List.of()
        : List.of("stackauth");
  }
}
