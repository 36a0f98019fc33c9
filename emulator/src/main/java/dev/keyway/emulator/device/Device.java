package dev.keyway.emulator.device;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What kind of authenticator it is. The meanings are told at {@link VirtualAuthenticator.Builder}.
 */
record Device(
    Set<KeyAlgorithm> algorithms,
    AttestationFormat attestation,
    UUID aaguid,
    Attachment attachment,
    List<String> transports,
    boolean verifiesUser,
    boolean storesCredentials,
    boolean counts,
    boolean backupEligible,
    boolean backedUp,
    boolean plainBase64) {}
