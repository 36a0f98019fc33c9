package dev.keyway.emulator.internal.stytch.state;

/**
 * A key of a phone that belongs to a user. The vendor's mobile SDKs make them; here they come from
 * seeds only.
 *
 * @param id its id
 * @param verified whether it was used once
 */
public record BiometricRegistration(String id, boolean verified) {}
