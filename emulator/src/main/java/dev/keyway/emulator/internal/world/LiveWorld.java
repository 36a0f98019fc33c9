package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.Accounts;
import dev.keyway.emulator.Checkpoint;
import dev.keyway.emulator.Devices;
import dev.keyway.emulator.Faults;
import dev.keyway.emulator.Ledger;
import dev.keyway.emulator.OAuthConsent;
import dev.keyway.emulator.Outbox;
import dev.keyway.emulator.StackAuthService;
import dev.keyway.emulator.StytchService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.pipeline.WorldContext;
import dev.keyway.emulator.internal.stackauth.StackAuthAccounts;
import dev.keyway.emulator.internal.stackauth.StackAuthHandle;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.MovableClock;
import dev.keyway.emulator.internal.state.RecordingOutbox;
import dev.keyway.emulator.internal.stytch.StytchAccounts;
import dev.keyway.emulator.internal.stytch.StytchHandle;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.seed.Seed;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A world that is open. */
final class LiveWorld implements World {
  private final String id;
  private final WorldContext context;
  private final StackAuthProject stackAuthProject;
  private final StytchProject stytchProject;
  private final IdentityProvider identityProvider;
  private final StackAuthService stackAuth;
  private final StytchService stytch;
  private final Accounts accounts;
  private final WorldDevices devices;
  private final WorldSeeds seeds;
  private final Consumer<LiveWorld> whenClosed;

  LiveWorld(
      String id,
      WorldContext context,
      StackAuthProject stackAuthProject,
      StytchProject stytchProject,
      IdentityProvider identityProvider,
      Consumer<LiveWorld> whenClosed) {
    this.id = id;
    this.context = context;
    this.stackAuthProject = stackAuthProject;
    this.stytchProject = stytchProject;
    this.identityProvider = identityProvider;
    this.stackAuth = new StackAuthHandle(context.publicUrl(), stackAuthProject);
    this.stytch = new StytchHandle(context.publicUrl(), stytchProject);
    this.accounts =
        new WorldAccounts(
            new StackAuthAccounts(stackAuthProject), new StytchAccounts(stytchProject));
    this.devices = new WorldDevices(context.clock(), context.random().source());
    this.seeds = new WorldSeeds(context.clock(), stackAuthProject, stytchProject, identityProvider);
    this.whenClosed = whenClosed;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return context.name();
  }

  @Override
  public StackAuthService stackAuth() {
    return stackAuth;
  }

  @Override
  public StytchService stytch() {
    return stytch;
  }

  @Override
  public MovableClock clock() {
    return context.clock();
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public Devices devices() {
    return devices;
  }

  @Override
  public Outbox outbox() {
    return context.outbox();
  }

  @Override
  public OAuthConsent oauth() {
    return identityProvider;
  }

  @Override
  public Ledger ledger() {
    return context.ledger();
  }

  @Override
  public Faults faults() {
    return context.faults();
  }

  @Override
  public void reset() {
    context.faults().clear();
    stackAuthProject.reset();
    stytchProject.reset();
    identityProvider.clear();
    context.outbox().reset();
    devices.clear();
    context.ledger().clear();
    context.clock().reset();
  }

  @Override
  public Checkpoint checkpoint() {
    return exclusively(() -> new WorldCheckpoint(this));
  }

  @Override
  public void restore(Checkpoint checkpoint) {
    if (!(checkpoint instanceof WorldCheckpoint saved)) {
      throw new IllegalArgumentException("checkpoint must be one that World.checkpoint() gave");
    }
    exclusively(
        () -> {
          saved.restoreTo(this);
          return saved;
        });
  }

  @Override
  public void load(Seed seed) {
    if (seed.worlds().size() != 1) {
      throw seed.problem("worlds", "must be one world, to go into one");
    }
    seeds.load(seed, 0);
  }

  void load(Seed seed, int index) {
    seeds.load(seed, index);
  }

  @Override
  public Seed export() {
    return Seed.of(List.of(seeds.export(name())));
  }

  @Override
  public void close() {
    context.faults().clear();
    whenClosed.accept(this);
  }

  private <T> T exclusively(Supplier<T> work) {
    return stackAuthProject.exclusively(() -> stytchProject.exclusively(work));
  }

  RecordingOutbox recordingOutbox() {
    return context.outbox();
  }

  StackAuthProject stackAuthProject() {
    return stackAuthProject;
  }

  IdentityProvider identityProvider() {
    return identityProvider;
  }

  StytchProject stytchProject() {
    return stytchProject;
  }

  @Override
  public String toString() {
    return "World[" + name() + "]";
  }
}
