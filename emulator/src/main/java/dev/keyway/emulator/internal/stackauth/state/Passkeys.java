package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.webauthn.StoredCredential;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whose passkey is which. A user has one, and a new one takes its place. */
public final class Passkeys {
  private final Map<String, String> owners = new HashMap<>();

  /** The id of the user whose passkey has that credential id, in base64url. */
  public Optional<String> owner(String credentialId) {
    return Optional.ofNullable(owners.get(credentialId));
  }

  /** Gives a user a passkey, or keeps the new state of the one they have. */
  public void keep(StackAuthUser user, StoredCredential credential) {
    drop(user);
    user.passkey = credential;
    owners.put(credential.id().base64Url(), user.id());
  }

  /** Takes a user's passkey away, if there is one. */
  public void drop(StackAuthUser user) {
    user.passkey().ifPresent(held -> owners.remove(held.id().base64Url()));
    user.passkey = null;
  }

  /** The same owners, which changes here leave alone. */
  Passkeys copy() {
    Passkeys copy = new Passkeys();
    copy.owners.putAll(owners);
    return copy;
  }
}
