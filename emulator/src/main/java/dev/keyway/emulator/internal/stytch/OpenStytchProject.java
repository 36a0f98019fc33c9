package dev.keyway.emulator.internal.stytch;

import dev.keyway.emulator.Accounts;
import dev.keyway.emulator.StytchService;
import dev.keyway.emulator.internal.seed.LocatedUser;
import dev.keyway.emulator.internal.seed.SeedConflict;
import dev.keyway.emulator.internal.state.Directory;
import dev.keyway.emulator.internal.stytch.seed.ConnectedAppSeeds;
import dev.keyway.emulator.internal.stytch.seed.M2mClientSeeds;
import dev.keyway.emulator.internal.stytch.seed.NormalizedStytchUser;
import dev.keyway.emulator.internal.stytch.seed.StytchSettingsSeeds;
import dev.keyway.emulator.internal.stytch.seed.StytchUserSeeds;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.token.KeyRing;
import dev.keyway.emulator.internal.vendor.VendorProject;
import dev.keyway.emulator.seed.ProviderName;
import dev.keyway.emulator.seed.WorldSeed;
import dev.keyway.emulator.stytch.StytchSeed;
import dev.keyway.emulator.stytch.StytchSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One project of one world, plugged in. */
final class OpenStytchProject implements VendorProject {
  private final StytchProject project;
  private final Directory<StytchProject> directory;
  private final StytchService service;
  private final Accounts accounts;

  OpenStytchProject(StytchProject project, Directory<StytchProject> directory) {
    this.project = project;
    this.directory = directory;
    this.service = new StytchHandle(project);
    this.accounts = new StytchAccounts(project);
  }

  StytchProject project() {
    return project;
  }

  @Override
  public StytchService service() {
    return service;
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public void announce() {
    try {
      names().forEach(name -> directory.add(name, project));
    } catch (IllegalStateException taken) {
      forget();
      throw taken;
    }
  }

  @Override
  public void forget() {
    names().forEach(name -> directory.remove(name, project));
    project.retire();
  }

  @Override
  public <T> T exclusively(Supplier<T> work) {
    return project.exclusively(work);
  }

  @Override
  public void reset() {
    project.reset();
  }

  @Override
  public Map<String, KeyRing> keyRings() {
    return Map.of("sessions", project.keys());
  }

  @Override
  public boolean hasPublishedKeys() {
    return project.credentials().published();
  }

  @Override
  public Moment remember() {
    StytchProject.Snapshot snapshot = project.snapshot();
    return () -> project.restore(snapshot);
  }

  @Override
  public List<String> differences(WorldSeed seed) {
    return StytchSettingsSeeds.differences(seed.stytch(), project);
  }

  @Override
  public List<LocatedUser> normalized(WorldSeed seed, String path, Instant now) {
    return LocatedUser.of(seed, path, ProviderName.STYTCH, now, NormalizedStytchUser::of);
  }

  @Override
  public Optional<SeedConflict> conflict(WorldSeed seed, String path, List<LocatedUser> users) {
    StytchSettings wanted = settings(seed.stytch());
    return StytchUserSeeds.conflict(project, wanted == null ? project.settings() : wanted, users)
        .or(
            () ->
                ConnectedAppSeeds.conflict(
                    project,
                    seed.stytch() == null ? List.of() : seed.stytch().connectedApps(),
                    users));
  }

  @Override
  public void load(WorldSeed seed, List<LocatedUser> users) {
    StytchSettings wanted = settings(seed.stytch());
    if (wanted != null) {
      project.settings(wanted);
    }
    if (seed.stytch() != null) {
      M2mClientSeeds.load(project, seed.stytch().m2mClients());
      ConnectedAppSeeds.load(project, seed.stytch().connectedApps());
    }
    StytchUserSeeds.load(project, users);
  }

  @Override
  public WorldSeed export(WorldSeed world) {
    return world.with(StytchSettingsSeeds.seed(project)).withMore(StytchUserSeeds.export(project));
  }

  private List<String> names() {
    return List.of(project.id(), project.publicToken(), project.callbackId());
  }

  private static @Nullable StytchSettings settings(@Nullable StytchSeed seed) {
    return seed == null || seed.settings() == null
        ? null
        : StytchSettingsSeeds.settings(seed.settings());
  }
}
