package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.Checkpoint;
import dev.keyway.emulator.ConflictException;
import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.MovableClock;
import dev.keyway.emulator.internal.state.RecordingOutbox;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
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
