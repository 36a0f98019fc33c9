package dev.keyway.emulator.internal.webauthn;

/**
 * An assertion that passed every check.
 *
 * @param credential the credential with its new counter and backup state: store it in place of the
 *     old one
 * @param userVerified whether the authenticator verified who the user is
 */
public record VerifiedAssertion(StoredCredential credential, boolean userVerified) {}
