package dev.keyway.emulator.stytch;

import dev.keyway.emulator.core.People;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything beside addresses that names exactly one user: external ids, ids of passwords, TOTPs,
 * passkeys and social accounts.
 */
final class Handles {
  private final Map<Handle, StytchUser> owners = new HashMap<>();

  /** What a name is a name of. */
  enum Kind {
    EXTERNAL_ID,
    PASSWORD,
    TOTP,
    WEBAUTHN_REGISTRATION,
    WEBAUTHN_CREDENTIAL,
    OAUTH_REGISTRATION,
    /** Provider and the provider's own id of the person. */
    OAUTH_SUBJECT
  }

  /** The same names, of the same people in a copy of theirs. */
  Handles copy(People<StytchUser> people) {
    Handles copy = new Handles();
    owners.forEach(
        (handle, owner) ->
            people.byId(owner.id()).ifPresent(twin -> copy.owners.put(handle, twin)));
    return copy;
  }

  /** Whose it is. */
  Optional<StytchUser> owner(Kind kind, String name) {
    return Optional.ofNullable(owners.get(new Handle(kind, name)));
  }

  /** Gives a name to a user; false if somebody has it, that user included. */
  boolean claim(Kind kind, String name, StytchUser user) {
    return owners.putIfAbsent(new Handle(kind, name), user) == null;
  }

  /** Makes a name free. */
  void release(Kind kind, String name) {
    owners.remove(new Handle(kind, name));
  }

  /** Makes all names of a user free. */
  void releaseAll(StytchUser user) {
    owners.values().removeIf(owner -> owner == user);
  }

  private record Handle(Kind kind, String name) {}
}
