package dev.keyway.emulator.stytch;

/**
 * A TOTP that belongs to a user.
 *
 * @param id its id
 * @param verified whether a first code was accepted
 */
record TotpRegistration(String id, boolean verified) {}
