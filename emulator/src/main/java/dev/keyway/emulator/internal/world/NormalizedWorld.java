package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.internal.seed.Defaults;
import dev.keyway.emulator.internal.seed.LocatedUser;
import dev.keyway.emulator.internal.vendor.VendorProject;
import dev.keyway.emulator.seed.UserSeed;
import dev.keyway.emulator.seed.WorldSeed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A world of a seed in its normal form: a user for each provider that somebody is on, ids and
 * moments said that the seed left open, plain passwords hashed, and what is as usual left out. Two
 * seeds of the same normal form load the same.
 *
 * @param world the world as the seed has it, with nothing left open but in its users
 * @param users its users, by the project that they go into
 */
record NormalizedWorld(WorldSeed world, List<Share> users) {

  /** Copies the list. */
  NormalizedWorld {
    users = List.copyOf(users);
  }

  /**
   * Leaves nothing open.
   *
   * @param path where the world stands in the seed, for example {@code worlds[0]}
   * @param now the world's time
   */
  static NormalizedWorld of(
      WorldSeed world, String path, Instant now, List<VendorProject> projects) {
    WorldSeed explicit = world;
    for (VendorProject project : projects) {
      explicit = project.explicit(explicit, now);
    }
    return new NormalizedWorld(
        explicit,
        projects.stream()
            .map(project -> new Share(project, project.normalized(world, path, now)))
            .toList());
  }

  /** The normal form as a seed's world. */
  WorldSeed seed() {
    Stream<UserSeed> all =
        users.stream().flatMap(share -> share.users().stream()).map(LocatedUser::user);
    return world
        .withUsers(all.toList())
        .withSocialAccounts(world.socialAccounts().stream().map(NormalizedWorld::usual).toList());
  }

  private static WorldSeed.Account usual(WorldSeed.Account account) {
    return new WorldSeed.Account(
        account.subject(),
        account.email(),
        Defaults.unless(true, account.emailVerified()),
        Defaults.unless("", account.name()),
        Defaults.unless("", account.pictureUrl()),
        Defaults.unless("en", account.locale()));
  }

  /**
   * One project's share of the users.
   *
   * @param project where they go
   * @param users the users
   */
  record Share(VendorProject project, List<LocatedUser> users) {}
}
