package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.seed.SeedConflict;
import dev.keyway.emulator.internal.state.MovableClock;
import dev.keyway.emulator.internal.vendor.VendorProject;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.WorldSeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between one world and seeds. Loads everything or nothing. */
final class WorldSeeds {
  private final LiveWorld world;

  WorldSeeds(LiveWorld world) {
    this.world = world;
  }

  /** Loads one world of a seed. */
  void load(Seed seed, int index) {
    WorldSeed wanted = seed.worlds().get(index);
    String path = "worlds[" + index + "]";
    world.exclusively(
        () -> {
          world.projects().stream()
              .flatMap(project -> project.differences(wanted).stream())
              .findFirst()
              .ifPresent(
                  difference -> {
                    throw seed.problem(
                        path + "." + difference, "pins another id or key than this world has");
                  });
          NormalizedWorld normalized =
              NormalizedWorld.of(wanted, path, timeOf(wanted.clock()), world.projects());
          conflict(normalized, path)
              .ifPresent(
                  conflict -> {
                    throw seed.problem(conflict.path(), conflict.problem());
                  });
          apply(normalized);
          return wanted;
        });
  }

  /** Everything that a seed can hold, in its normal form. */
  WorldSeed export(String name) {
    return world.exclusively(
        () -> {
          WorldSeed seed =
              new WorldSeed(
                  name,
                  clockSeed(),
                  null,
                  null,
                  identityProvider().accounts().stream().map(WorldSeeds::seed).toList(),
                  List.of());
          for (VendorProject project : world.projects()) {
            seed = project.export(seed);
          }
          return NormalizedWorld.of(seed, "", clock().instant(), world.projects()).seed();
        });
  }

  private static Optional<SeedConflict> conflict(NormalizedWorld normalized, String path) {
    return normalized.users().stream()
        .flatMap(
            share -> share.project().conflict(normalized.world(), path, share.users()).stream())
        .findFirst();
  }

  private void apply(NormalizedWorld normalized) {
    WorldSeed seed = normalized.world();
    WorldSeed.Clock time = seed.clock();
    if (time != null && time.frozenAt() != null) {
      clock().freezeAt(time.frozenAt());
    } else if (time != null && time.offset() != null) {
      clock().reset();
      clock().advance(time.offset());
    }
    seed.socialAccounts().forEach(account -> identityProvider().addAccount(account(account)));
    normalized.users().forEach(share -> share.project().load(seed, share.users()));
  }

  private Instant timeOf(WorldSeed.@Nullable Clock seed) {
    if (seed == null) {
      return clock().instant();
    }
    return seed.frozenAt() != null
        ? seed.frozenAt()
        : clock().machineTime().plus(Objects.requireNonNullElse(seed.offset(), Duration.ZERO));
  }

  private WorldSeed.@Nullable Clock clockSeed() {
    if (clock().frozen()) {
      return new WorldSeed.Clock(clock().instant(), null);
    }
    Duration offset = clock().offset();
    return offset.isZero() ? null : new WorldSeed.Clock(null, offset);
  }

  private MovableClock clock() {
    return world.context().clock();
  }

  private IdentityProvider identityProvider() {
    return world.identityProvider();
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
