package dev.keyway.emulator.internal.seed;

import dev.keyway.emulator.seed.UserSeed;
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
