package dev.keyway.emulator.seed;

/**
 * A user on one provider with nothing left open.
 *
 * @param path where it stands in the seed
 * @param user the user
 */
public record PlacedUser(String path, UserSeed user) {}
