package dev.keyway.emulator.internal.seed;

/**
 * What keeps a user of a seed out of a project.
 *
 * @param path the field that does
 * @param problem in words
 */
public record SeedConflict(String path, String problem) {}
