package dev.keyway.emulator.internal.seed;

import dev.keyway.emulator.seed.ProviderName;
import dev.keyway.emulator.seed.UserSeed;
import dev.keyway.emulator.seed.WorldSeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A world of a seed in its normal form: a user for each provider that somebody is on, ids and
 * moments said that the seed left open, plain passwords hashed, and what is as usual left out. Two
 * seeds of the same normal form load the same.
 *
 * @param world the world as the seed has it
 * @param stackAuthUsers its users on Stack Auth
 * @param stytchUsers its users on Stytch
 */
public record NormalizedWorld(
    WorldSeed world, List<LocatedUser> stackAuthUsers, List<LocatedUser> stytchUsers) {
  /** Copies the lists. */
  public NormalizedWorld {
    stackAuthUsers = List.copyOf(stackAuthUsers);
    stytchUsers = List.copyOf(stytchUsers);
  }

  /**
   * Makes a world explicit.
   *
   * @param path where it stands in the seed, for example {@code worlds[0]}
   * @param now the world's time
   */
  public static NormalizedWorld of(WorldSeed world, String path, Instant now) {
    List<LocatedUser> stackAuth = new ArrayList<>();
    List<LocatedUser> stytch = new ArrayList<>();
    for (int i = 0; i < world.users().size(); i++) {
      UserSeed user = world.users().get(i);
      String place = path + ".users[" + i + "]";
      if (user.isOn(ProviderName.STACKAUTH)) {
        stackAuth.add(new LocatedUser(place, NormalizedStackAuthUser.of(user, i, now)));
      }
      if (user.isOn(ProviderName.STYTCH)) {
        stytch.add(new LocatedUser(place, NormalizedStytchUser.of(user, i, now)));
      }
    }
    return new NormalizedWorld(world, stackAuth, stytch);
  }

  /** The normal form as a seed's world. */
  public WorldSeed seed() {
    List<UserSeed> users = new ArrayList<>();
    stackAuthUsers.forEach(placed -> users.add(placed.user()));
    stytchUsers.forEach(placed -> users.add(placed.user()));
    return new WorldSeed(
        world.name(),
        world.clock(),
        world.stackauth(),
        world.stytch(),
        world.socialAccounts().stream().map(NormalizedWorld::usual).toList(),
        users);
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
}
