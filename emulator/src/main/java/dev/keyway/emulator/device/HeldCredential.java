package dev.keyway.emulator.device;

import dev.keyway.emulator.internal.webauthn.Octets;

/** A credential inside an authenticator. Guarded by the authenticator's lock. */
final class HeldCredential {
  private final Octets id;
  private final String rpId;
  private final Octets userHandle;
  private final String userName;
  private final boolean discoverable;
  private final CredentialKey key;
  private long signCount;

  HeldCredential(
      Octets id,
      String rpId,
      Octets userHandle,
      String userName,
      boolean discoverable,
      CredentialKey key,
      long signCount) {
    this.id = id;
    this.rpId = rpId;
    this.userHandle = userHandle;
    this.userName = userName;
    this.discoverable = discoverable;
    this.key = key;
    this.signCount = signCount;
  }

  HeldCredential copy() {
    return new HeldCredential(id, rpId, userHandle, userName, discoverable, key, signCount);
  }

  Octets id() {
    return id;
  }

  String rpId() {
    return rpId;
  }

  Octets userHandle() {
    return userHandle;
  }

  boolean discoverable() {
    return discoverable;
  }

  CredentialKey key() {
    return key;
  }

  long signCount() {
    return signCount;
  }

  void signCount(long count) {
    signCount = count;
  }

  PasskeySummary summary() {
    return new PasskeySummary(
        id.base64Url(),
        rpId,
        userHandle.base64Url(),
        userName,
        key.algorithm(),
        discoverable,
        signCount);
  }
}
