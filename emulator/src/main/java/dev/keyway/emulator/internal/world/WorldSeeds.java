package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.seed.NormalizedWorld;
import dev.keyway.emulator.internal.seed.SeedConflict;
import dev.keyway.emulator.internal.stackauth.seed.StackAuthSettingsSeeds;
import dev.keyway.emulator.internal.stackauth.seed.StackAuthUserSeeds;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.MovableClock;
import dev.keyway.emulator.internal.stytch.seed.StytchSettingsSeeds;
import dev.keyway.emulator.internal.stytch.seed.StytchUserSeeds;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.StackAuthSeed;
import dev.keyway.emulator.seed.StytchSeed;
import dev.keyway.emulator.seed.UserSeed;
import dev.keyway.emulator.seed.WorldSeed;
import dev.keyway.emulator.stytch.StytchSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Between one world and seeds. Loads everything or nothing. */
final class WorldSeeds {
  private final MovableClock clock;
  private final StackAuthProject stackAuth;
  private final StytchProject stytch;
  private final IdentityProvider identityProvider;

  WorldSeeds(
      MovableClock clock,
      StackAuthProject stackAuth,
      StytchProject stytch,
      IdentityProvider identityProvider) {
    this.clock = clock;
    this.stackAuth = stackAuth;
    this.stytch = stytch;
    this.identityProvider = identityProvider;
  }

  /** Loads one world of a seed. */
  void load(Seed seed, int index) {
    WorldSeed wanted = seed.worlds().get(index);
    String path = "worlds[" + index + "]";
    exclusively(
        () -> {
          List<String> differences = new ArrayList<>();
          differences.addAll(StackAuthSettingsSeeds.differences(wanted.stackauth(), stackAuth));
          differences.addAll(StytchSettingsSeeds.differences(wanted.stytch(), stytch));
          if (!differences.isEmpty()) {
            throw seed.problem(
                path + "." + differences.get(0), "pins another id or key than this world has");
          }
          NormalizedWorld explicit = NormalizedWorld.of(wanted, path, timeOf(wanted.clock()));
          conflict(explicit)
              .ifPresent(
                  conflict -> {
                    throw seed.problem(conflict.path(), conflict.problem());
                  });
          apply(explicit);
          return wanted;
        });
  }

  /** Everything that a seed can hold, in its normal form. */
  WorldSeed export(String name) {
    return exclusively(
        () -> {
          List<UserSeed> users = new ArrayList<>(StackAuthUserSeeds.export(stackAuth));
          users.addAll(StytchUserSeeds.export(stytch));
          WorldSeed world =
              new WorldSeed(
                  name,
                  clockSeed(),
                  StackAuthSettingsSeeds.seed(stackAuth),
                  StytchSettingsSeeds.seed(stytch),
                  identityProvider.accounts().stream().map(WorldSeeds::seed).toList(),
                  users);
          return NormalizedWorld.of(world, "", clock.instant()).seed();
        });
  }

  private Optional<SeedConflict> conflict(NormalizedWorld explicit) {
    StytchSeed project = explicit.world().stytch();
    StytchSettings settings =
        project == null || project.settings() == null
            ? stytch.settings()
            : StytchSettingsSeeds.settings(project.settings());
    return StackAuthUserSeeds.conflict(stackAuth, explicit.stackAuthUsers())
        .or(() -> StytchUserSeeds.conflict(stytch, settings, explicit.stytchUsers()));
  }

  private void apply(NormalizedWorld explicit) {
    WorldSeed world = explicit.world();
    WorldSeed.Clock time = world.clock();
    if (time != null && time.frozenAt() != null) {
      clock.freezeAt(time.frozenAt());
    } else if (time != null && time.offset() != null) {
      clock.reset();
      clock.advance(time.offset());
    }
    StackAuthSeed stackAuthSeed = world.stackauth();
    if (stackAuthSeed != null && stackAuthSeed.settings() != null) {
      stackAuth.settings(StackAuthSettingsSeeds.settings(stackAuthSeed.settings()));
    }
    StytchSeed stytchSeed = world.stytch();
    if (stytchSeed != null && stytchSeed.settings() != null) {
      stytch.settings(StytchSettingsSeeds.settings(stytchSeed.settings()));
    }
    world.socialAccounts().forEach(account -> identityProvider.addAccount(account(account)));
    StackAuthUserSeeds.load(stackAuth, explicit.stackAuthUsers());
    StytchUserSeeds.load(stytch, explicit.stytchUsers());
  }

  private Instant timeOf(WorldSeed.@Nullable Clock seed) {
    if (seed == null) {
      return clock.instant();
    }
    return seed.frozenAt() != null
        ? seed.frozenAt()
        : clock.machineTime().plus(Objects.requireNonNullElse(seed.offset(), Duration.ZERO));
  }

  private WorldSeed.@Nullable Clock clockSeed() {
    if (clock.frozen()) {
      return new WorldSeed.Clock(clock.instant(), null);
    }
    Duration offset = clock.offset();
    return offset.isZero() ? null : new WorldSeed.Clock(null, offset);
  }

  private <T> T exclusively(Supplier<T> work) {
    return stackAuth.exclusively(() -> stytch.exclusively(work));
  }

  private static SocialAccount account(WorldSeed.Account seed) {
    return new SocialAccount(
        seed.subject(),
        seed.email(),
        !Boolean.FALSE.equals(seed.emailVerified()),
        Objects.requireNonNullElse(seed.name(), ""),
        Objects.requireNonNullElse(seed.pictureUrl(), ""),
        Objects.requireNonNullElse(seed.locale(), "en"));
  }

  private static WorldSeed.Account seed(SocialAccount account) {
    return new WorldSeed.Account(
        account.subject(),
        account.email(),
        account.emailVerified(),
        account.name(),
        account.pictureUrl(),
        account.locale());
  }
}
