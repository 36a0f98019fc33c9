package dev.keyway.emulator;

import dev.keyway.emulator.core.MovableClock;
import dev.keyway.emulator.core.RecordingOutbox;
import dev.keyway.emulator.oauth.IdentityProvider;
import dev.keyway.emulator.stackauth.StackAuthProject;
import dev.keyway.emulator.stytch.StytchProject;
import java.time.Instant;

/** Everything of a world that comes back, copied. */
final class WorldCheckpoint implements Checkpoint {
  private final LiveWorld world;
  private final MovableClock.Snapshot clock;
  private final RecordingOutbox.Snapshot outbox;
  private final IdentityProvider.Snapshot identityProvider;
  private final StackAuthProject.Snapshot stackAuth;
  private final StytchProject.Snapshot stytch;

  WorldCheckpoint(LiveWorld world) {
    this.world = world;
    this.clock = world.clock().snapshot();
    this.outbox = world.recordingOutbox().snapshot();
    this.identityProvider = world.identityProvider().snapshot();
    this.stackAuth = world.stackAuthProject().snapshot();
    this.stytch = world.stytchProject().snapshot();
  }

  @Override
  public Instant takenAt() {
    return clock.moment();
  }

  void restoreTo(LiveWorld target) {
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
