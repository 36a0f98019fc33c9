package dev.keyway.emulator.internal.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.stackauth.seed.StackAuthSettingsSeeds;
import dev.keyway.emulator.internal.stytch.seed.StytchSettingsSeeds;
import dev.keyway.emulator.internal.vendor.VendorProject;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.SeedMakers;
import dev.keyway.emulator.seed.UserSeed;
import dev.keyway.emulator.seed.WorldSeed;
import dev.keyway.emulator.stackauth.StackAuthSeed;
import dev.keyway.emulator.stytch.StytchSeed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was loaded comes out again, whatever it is. */
class SeedRoundTripTest {
  private static final int CASES = 500;

  @Test
  void whatWasLoadedIsExportedInItsNormalForm() {
    try (AuthEmulator emulator = AuthEmulator.start()) {
      for (int number = 0; number < CASES; number++) {
        Seed seed = SeedMakers.number(number);
        String which = "seed " + number;
        assertEquals(seed, Seed.parse(seed.toYaml(), which), which);
        assertEquals(seed, Seed.parse(seed.toJson(), which), which);
        List<World> worlds = emulator.load(seed);
        for (int i = 0; i < worlds.size(); i++) {
          Seed exported = worlds.get(i).export();
          WorldSeed expected =
              normal(
                  seed.worlds().get(i),
                  exported.worlds().get(0),
                  ((LiveWorld) worlds.get(i)).projects());
          assertEquals(
              Seed.of(List.of(expected)).toYaml(),
              exported.toYaml(),
              () -> which + ":\n" + seed.toYaml());
          assertEquals(exported, Seed.parse(exported.toYaml(), which), which);
        }
        worlds.forEach(World::close);
        Seed again = Seed.of(worlds.stream().map(w -> w.export().worlds().get(0)).toList());
        emulator.load(again).forEach(World::close);
      }
    }
  }

  /** The normal form, as of the moment at which the exported world was loaded. */
  private static WorldSeed normal(
      WorldSeed seed, WorldSeed exported, List<VendorProject> projects) {
    WorldSeed.Clock clock = Objects.requireNonNull(seed.clock());
    Instant now = clock.frozenAt() != null ? clock.frozenAt() : momentOfLoading(exported);
    WorldSeed explicit = NormalizedWorld.of(seed, "worlds[0]", now, projects).seed();
    StackAuthSeed stackAuth = Objects.requireNonNull(explicit.stackauth());
    StytchSeed stytch = Objects.requireNonNull(explicit.stytch());
    return new WorldSeed(
        explicit.name(),
        explicit.clock(),
        new StackAuthSeed(
            stackAuth.projectId(),
            stackAuth.publishableClientKey(),
            stackAuth.secretServerKey(),
            stackAuth.superSecretAdminKey(),
            stackAuth.webhookSecret(),
            StackAuthSettingsSeeds.seed(StackAuthSettingsSeeds.settings(stackAuth.settings())),
            stackAuth.teams(),
            stackAuth.keySets()),
        new StytchSeed(
            stytch.projectId(),
            stytch.secret(),
            stytch.publicToken(),
            stytch.webhookSecret(),
            StytchSettingsSeeds.seed(StytchSettingsSeeds.settings(stytch.settings())),
            stytch.m2mClients(),
            stytch.connectedApps()),
        explicit.socialAccounts(),
        explicit.users());
  }

  /** A running clock does not say when it was read; a user or session made then does. */
  private static Instant momentOfLoading(WorldSeed exported) {
    Instant made = Instant.parse("2026-06-01T00:00:00Z");
    return Stream.concat(
            exported.users().stream().flatMap(SeedRoundTripTest::moments),
            Stream.concat(
                Objects.requireNonNull(exported.stackauth()).teams().stream()
                    .map(team -> Objects.requireNonNull(team.createdAt())),
                exported.stackauth().keySets().stream()
                    .map(set -> Objects.requireNonNull(set.createdAt()))))
        .filter(moment -> moment.isAfter(made))
        .findFirst()
        .orElse(made);
  }

  private static Stream<Instant> moments(UserSeed user) {
    Stream.Builder<Instant> moments = Stream.builder();
    moments.add(Objects.requireNonNull(user.createdAt()));
    if (user.stackauth() != null) {
      user.stackauth().sessions().forEach(s -> moments.add(Objects.requireNonNull(s.createdAt())));
    }
    if (user.stytch() != null) {
      if (user.stytch().lockedAt() != null) {
        moments.add(user.stytch().lockedAt());
      }
      user.stytch().sessions().forEach(s -> moments.add(Objects.requireNonNull(s.createdAt())));
    }
    return moments.build();
  }
}
