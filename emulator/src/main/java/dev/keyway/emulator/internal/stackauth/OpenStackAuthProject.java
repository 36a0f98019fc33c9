package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.Accounts;
import dev.keyway.emulator.StackAuthService;
import dev.keyway.emulator.internal.seed.LocatedUser;
import dev.keyway.emulator.internal.seed.SeedConflict;
import dev.keyway.emulator.internal.stackauth.seed.KeySetSeeds;
import dev.keyway.emulator.internal.stackauth.seed.NormalizedStackAuthUser;
import dev.keyway.emulator.internal.stackauth.seed.StackAuthSettingsSeeds;
import dev.keyway.emulator.internal.stackauth.seed.StackAuthTeamSeeds;
import dev.keyway.emulator.internal.stackauth.seed.StackAuthUserSeeds;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.UserType;
import dev.keyway.emulator.internal.state.Directory;
import dev.keyway.emulator.internal.token.KeyRing;
import dev.keyway.emulator.internal.vendor.VendorProject;
import dev.keyway.emulator.seed.ProviderName;
import dev.keyway.emulator.seed.WorldSeed;
import dev.keyway.emulator.stackauth.StackAuthSeed;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One project of one world, plugged in. */
final class OpenStackAuthProject implements VendorProject {
  private final StackAuthProject project;
  private final Directory<StackAuthProject> directory;
  private final StackAuthService service;
  private final Accounts accounts;

  OpenStackAuthProject(StackAuthProject project, Directory<StackAuthProject> directory) {
    this.project = project;
    this.directory = directory;
    this.service = new StackAuthHandle(project);
    this.accounts = new StackAuthAccounts(project);
  }

  StackAuthProject project() {
    return project;
  }

  @Override
  public StackAuthService service() {
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
    Map<String, KeyRing> rings = new TreeMap<>();
    for (UserType type : UserType.values()) {
      rings.put(type.name(), project.keys(type));
    }
    return rings;
  }

  @Override
  public boolean hasPublishedKeys() {
    return project.credentials().published();
  }

  @Override
  public Moment remember() {
    StackAuthProject.Snapshot snapshot = project.snapshot();
    return () -> project.restore(snapshot);
  }

  @Override
  public List<String> differences(WorldSeed seed) {
    return StackAuthSettingsSeeds.differences(seed.stackauth(), project);
  }

  @Override
  public WorldSeed explicit(WorldSeed seed, Instant now) {
    StackAuthSeed own = seed.stackauth();
    return own == null
        ? seed
        : seed.with(
            own.with(
                StackAuthTeamSeeds.explicit(own.teams(), now),
                KeySetSeeds.explicit(own.keySets(), now)));
  }

  @Override
  public List<LocatedUser> normalized(WorldSeed seed, String path, Instant now) {
    StackAuthSettings wanted = settings(seed.stackauth());
    List<String> granted = (wanted == null ? project.settings() : wanted).teamMemberPermissions();
    return LocatedUser.of(
        seed,
        path,
        ProviderName.STACKAUTH,
        now,
        (user, at, moment) -> NormalizedStackAuthUser.of(user, at, moment, granted));
  }

  @Override
  public Optional<SeedConflict> conflict(WorldSeed seed, String path, List<LocatedUser> users) {
    return StackAuthUserSeeds.conflict(project, users)
        .or(() -> StackAuthTeamSeeds.conflict(project, teams(seed), users))
        .or(() -> StackAuthTeamSeeds.keyConflict(project, teams(seed), path));
  }

  @Override
  public void load(WorldSeed seed, List<LocatedUser> users) {
    StackAuthSettings wanted = settings(seed.stackauth());
    if (wanted != null) {
      project.settings(wanted);
    }
    if (seed.stackauth() != null) {
      KeySetSeeds.load(project, seed.stackauth().keySets());
    }
    StackAuthTeamSeeds.load(project, teams(seed));
    StackAuthUserSeeds.load(project, users);
  }

  @Override
  public WorldSeed export(WorldSeed world) {
    return world
        .with(
            StackAuthSettingsSeeds.seed(project)
                .with(StackAuthTeamSeeds.export(project), KeySetSeeds.export(project)))
        .withMore(StackAuthUserSeeds.export(project));
  }

  private static List<StackAuthSeed.Team> teams(WorldSeed seed) {
    StackAuthSeed own = seed.stackauth();
    return own == null ? List.of() : own.teams();
  }

  private List<String> names() {
    return List.of(project.id());
  }

  private static @Nullable StackAuthSettings settings(@Nullable StackAuthSeed seed) {
    return seed == null || seed.settings() == null
        ? null
        : StackAuthSettingsSeeds.settings(seed.settings());
  }
}
