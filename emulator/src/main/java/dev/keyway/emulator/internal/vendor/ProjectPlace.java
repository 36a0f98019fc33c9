package dev.keyway.emulator.internal.vendor;

import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.pipeline.WorldContext;

/**
 * Where a project is made.
 *
 * @param context what it shares with the world's other projects
 * @param social the social providers behind it
 * @param spec what it shall be like
 */
public record ProjectPlace(WorldContext context, IdentityProvider social, WorldSpec spec) {}
