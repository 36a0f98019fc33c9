package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.Checkpoint;
import dev.keyway.emulator.ConflictException;
import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.state.MovableClock;
import dev.keyway.emulator.internal.state.RecordingOutbox;
import dev.keyway.emulator.internal.vendor.VendorProject;
import dev.keyway.emulator.internal.webhook.RecordingWebhooks;
import java.time.Instant;
import java.util.List;

/** Everything of a world that comes back, copied. */
final class WorldCheckpoint implements Checkpoint {
  private final LiveWorld world;
  private final MovableClock.Snapshot clock;
  private final RecordingOutbox.Snapshot outbox;
  private final RecordingWebhooks.Snapshot webhooks;
  private final IdentityProvider.Snapshot identityProvider;
  private final List<VendorProject.Moment> projects;

  WorldCheckpoint(LiveWorld world) {
    this.world = world;
    this.clock = world.context().clock().snapshot();
    this.outbox = world.context().outbox().snapshot();
    this.webhooks = world.context().webhooks().snapshot();
    this.identityProvider = world.identityProvider().snapshot();
    this.projects = world.projects().stream().map(VendorProject::remember).toList();
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
    world.context().clock().restore(clock);
    world.context().outbox().restore(outbox);
    world.context().webhooks().restore(webhooks);
    world.identityProvider().restore(identityProvider);
    projects.forEach(VendorProject.Moment::restore);
  }

  @Override
  public String toString() {
    return "Checkpoint[" + world.name() + " at " + takenAt() + "]";
  }
}
