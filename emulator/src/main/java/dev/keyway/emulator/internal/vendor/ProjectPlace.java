package dev.keyway.emulator.internal.vendor;

import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.pipeline.WorldContext;
import java.util.Set;

/**
 * Where a project is made.
 *
 * @param context what it shares with the world's other projects
 * @param social the social providers behind it
 * @param spec what it shall be like
 * @param ownKeys the vendors whose pinned keys nobody else knows
 */
public record ProjectPlace(
    WorldContext context, IdentityProvider social, WorldSpec spec, Set<String> ownKeys) {}
