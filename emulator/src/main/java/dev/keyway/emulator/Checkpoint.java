package dev.keyway.emulator;

import dev.keyway.emulator.core.RecordingOutbox;
import dev.keyway.emulator.oauth.IdentityProvider;
import dev.keyway.emulator.stackauth.StackAuthProject;
import dev.keyway.emulator.stytch.StytchProject;
import java.time.Instant;

/**
 * What a world was like at one moment: see {@link World#checkpoint}. Never changes, whatever
 * happens in the world, and may be restored any number of times. Kept in memory for as long as
 * somebody holds it.
 */
public final class Checkpoint {
  private final World world;
  private final WorldClock.Snapshot clock;
  private final RecordingOutbox.Snapshot outbox;
  private final IdentityProvider.Snapshot identityProvider;
  private final StackAuthProject.Snapshot stackAuth;
  private final StytchProject.Snapshot stytch;

  Checkpoint(World world) {
    this.world = world;
    this.clock = world.clock().snapshot();
    this.outbox = world.recordingOutbox().snapshot();
    this.identityProvider = world.identityProvider().snapshot();
    this.stackAuth = world.stackAuthProject().snapshot();
    this.stytch = world.stytchProject().snapshot();
  }

  /** When it was taken, by the world's clock. */
  public Instant takenAt() {
    return clock.moment();
  }

  void restoreTo(World target) {
    if (target != world) {
      throw new ConflictException(
          "A checkpoint of %s (%s) cannot be restored to %s (%s)"
              .formatted(world.id(), world.name(), target.id(), target.name()));
    }
    target.clock().restore(clock);
    target.recordingOutbox().restore(outbox);
    target.identityProvider().restore(identityProvider);
    target.stackAuthProject().restore(stackAuth);
    target.stytchProject().restore(stytch);
  }

  @Override
  public String toString() {
    return "Checkpoint[" + world.name() + " at " + takenAt() + "]";
  }
}
