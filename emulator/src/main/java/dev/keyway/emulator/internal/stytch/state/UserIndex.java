package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import dev.keyway.emulator.internal.state.Users;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything beside addresses that names exactly one user: external ids, ids of passwords, TOTPs,
 * passkeys, social accounts, biometrics and crypto wallets.
 */
public final class UserIndex {
  private final Map<Handle, StytchUser> owners = new HashMap<>();

  @NotInSnapshot("looks on while one request is answered")
  private Consumer<StytchUser> watcher = user -> {};

  /** What a name is a name of. */
  public enum Kind {
    EXTERNAL_ID,
    PASSWORD,
    TOTP,
    WEBAUTHN_REGISTRATION,
    WEBAUTHN_CREDENTIAL,
    OAUTH_REGISTRATION,
    /** Provider and the provider's own id of the person. */
    OAUTH_SUBJECT,
    BIOMETRIC_REGISTRATION,
    CRYPTO_WALLET,
    /** Kind of wallet and the account's address. */
    CRYPTO_WALLET_ADDRESS
  }

  /** The same names, of the same users in a copy of theirs. */
  UserIndex copy(Users<StytchUser> users) {
    UserIndex copy = new UserIndex();
    copy.watcher = watcher;
    owners.forEach(
        (handle, owner) -> users.byId(owner.id()).ifPresent(twin -> copy.owners.put(handle, twin)));
    return copy;
  }

  /** Tells of everybody who is looked up, before anything can be done to them. */
  void watch(Consumer<StytchUser> whom) {
    watcher = whom;
  }

  /** Whose it is. */
  public Optional<StytchUser> owner(Kind kind, String name) {
    Optional<StytchUser> found = Optional.ofNullable(owners.get(new Handle(kind, name)));
    found.ifPresent(watcher);
    return found;
  }

  /** Gives a name to a user; false if somebody has it, that user included. */
  public boolean claim(Kind kind, String name, StytchUser user) {
    return owners.putIfAbsent(new Handle(kind, name), user) == null;
  }

  /** Makes a name free. */
  public void release(Kind kind, String name) {
    owners.remove(new Handle(kind, name));
  }

  /** Makes all names of a user free. */
  void releaseAll(StytchUser user) {
    owners.values().removeIf(owner -> owner == user);
  }

  private record Handle(Kind kind, String name) {}
}
