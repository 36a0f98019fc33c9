package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.state.Users;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything beside addresses that names exactly one user: external ids, ids of passwords, TOTPs,
 * passkeys, social accounts, biometrics and crypto wallets.
 */
public final class UserIndex {
  private final Map<Handle, StytchUser> owners = new HashMap<>();

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
    owners.forEach(
        (handle, owner) -> users.byId(owner.id()).ifPresent(twin -> copy.owners.put(handle, twin)));
    return copy;
  }

  /** Whose it is. */
  public Optional<StytchUser> owner(Kind kind, String name) {
    return Optional.ofNullable(owners.get(new Handle(kind, name)));
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
