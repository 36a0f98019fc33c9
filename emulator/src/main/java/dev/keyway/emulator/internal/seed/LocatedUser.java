package dev.keyway.emulator.internal.seed;

import dev.keyway.emulator.seed.ProviderName;
import dev.keyway.emulator.seed.UserSeed;
import dev.keyway.emulator.seed.WorldSeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A user on one provider with nothing left open.
 *
 * @param path where it stands in the seed
 * @param user the user
 */
public record LocatedUser(String path, UserSeed user) {

  /**
   * The users of a world who are on one provider.
   *
   * @param path where the world stands in the seed
   * @param now the world's time
   * @param normal what leaves nothing of a user open
   */
  public static List<LocatedUser> of(
      WorldSeed world, String path, ProviderName provider, Instant now, Normalization normal) {
    List<LocatedUser> located = new ArrayList<>();
    for (int i = 0; i < world.users().size(); i++) {
      UserSeed user = world.users().get(i);
      if (user.isOn(provider)) {
        located.add(new LocatedUser(path + ".users[" + i + "]", normal.of(user, i, now)));
      }
    }
    return located;
  }

  /** How one provider leaves nothing of a user open. */
  public interface Normalization {

    /**
     * The user in normal form.
     *
     * @param index which user of its world it is
     * @param now the world's time
     */
    UserSeed of(UserSeed user, int index, Instant now);
  }

  /**
   * One of its fields keeps it out.
   *
   * @param field beginning with a dot, for example {@code .emails[0].address}
   */
  public Optional<SeedConflict> conflict(String field, String problem) {
    return Optional.of(new SeedConflict(path + field, problem));
  }

  /**
   * The first passkey that keeps it out; empty if none does.
   *
   * @param taken whether somebody has the credential with that id
   */
  public Optional<SeedConflict> passkeyConflict(Predicate<String> taken) {
    for (int i = 0; i < user.passkeys().size(); i++) {
      UserSeed.Passkey passkey = user.passkeys().get(i);
      if (!SeededPasskey.readable(passkey)) {
        return conflict(".passkeys[" + i + "].publicKey", SeededPasskey.UNREADABLE);
      }
      if (taken.test(passkey.credentialId())) {
        return conflict(".passkeys[" + i + "].credentialId", "is another user's");
      }
    }
    return Optional.empty();
  }
}
