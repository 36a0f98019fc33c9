package dev.keyway.emulator.internal.webauthn;

import java.util.Optional;

/**
 * A registration that passed every check.
 *
 * @param credential what to store
 * @param userVerified whether the authenticator verified who the user is
 * @param attestationFormat {@code none}, {@code packed}, …; that an attestation verifies does not
 *     make its maker trusted
 * @param attachment {@code platform} or {@code cross-platform}, as the browser said
 * @param discoverable whether the credential signs in without an account name, if the browser said
 */
public record VerifiedRegistration(
    StoredCredential credential,
    boolean userVerified,
    String attestationFormat,
    Optional<String> attachment,
    Optional<Boolean> discoverable) {}
