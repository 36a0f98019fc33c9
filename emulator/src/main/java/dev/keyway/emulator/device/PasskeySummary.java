package dev.keyway.emulator.device;

/**
 * A credential on a virtual authenticator. All of it may be shown.
 *
 * @param id the credential id, base64url
 * @param rpId the relying party it was made for
 * @param userHandle {@code user.id} of the options, base64url
 * @param userName {@code user.name} of the options
 * @param algorithm of its key
 * @param discoverable whether it signs in without an account name
 * @param signCount the counter last reported; 0 on an authenticator without counters
 */
public record PasskeySummary(
    String id,
    String rpId,
    String userHandle,
    String userName,
    KeyAlgorithm algorithm,
    boolean discoverable,
    long signCount) {}
