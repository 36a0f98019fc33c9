package dev.keyway.emulator.internal.webauthn;

import java.util.Set;
import java.util.UUID;

/**
 * What a server keeps of a registered credential. All of it may be shown.
 *
 * @param id the credential id
 * @param userHandle {@code user.id} of the registration
 * @param publicKeyCose the public key as a COSE_Key
 * @param algorithm its COSE id
 * @param signCount the last counter seen; 0 for authenticators without one
 * @param aaguid the authenticator's model; zero if it does not say
 * @param transports how the authenticator can be reached, as the browser hinted
 * @param backupEligible whether the key may be synchronised between devices
 * @param backedUp whether it is at present
 * @see <a href="https://www.w3.org/TR/webauthn-3/#credential-record">credential record</a>
 */
public record StoredCredential(
    Octets id,
    Octets userHandle,
    Octets publicKeyCose,
    int algorithm,
    long signCount,
    UUID aaguid,
    Set<String> transports,
    boolean backupEligible,
    boolean backedUp) {
  /** Copies what could change. */
  public StoredCredential {
    transports = Set.copyOf(transports);
  }

  StoredCredential after(long newSignCount, boolean nowBackedUp) {
    return new StoredCredential(
        id,
        userHandle,
        publicKeyCose,
        algorithm,
        newSignCount,
        aaguid,
        transports,
        backupEligible,
        nowBackedUp);
  }
}
