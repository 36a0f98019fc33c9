package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.Accounts;
import dev.keyway.emulator.Checkpoint;
import dev.keyway.emulator.Devices;
import dev.keyway.emulator.Faults;
import dev.keyway.emulator.Ledger;
import dev.keyway.emulator.OAuthConsent;
import dev.keyway.emulator.Outbox;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.pipeline.WorldContext;
import dev.keyway.emulator.internal.state.MovableClock;
import dev.keyway.emulator.internal.vendor.VendorProject;
import dev.keyway.emulator.internal.webhook.RecordingWebhooks;
import dev.keyway.emulator.seed.Seed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A world that is open. */
final class LiveWorld implements World {
  private final String id;
  private final WorldContext context;
  private final List<VendorProject> projects;
  private final IdentityProvider identityProvider;
  private final List<VendorService> services;
  private final Accounts accounts;
  private final WorldDevices devices;
  private final WorldSeeds seeds;
  private final Consumer<String> whenAsked;
  private final Consumer<LiveWorld> whenClosed;

  /**
   * Opens it.
   *
   * @param whenAsked told the id of a vendor whose project somebody asks for
   */
  LiveWorld(
      String id,
      WorldContext context,
      List<VendorProject> projects,
      IdentityProvider identityProvider,
      Consumer<String> whenAsked,
      Consumer<LiveWorld> whenClosed) {
    this.id = id;
    this.context = context;
    this.projects = List.copyOf(projects);
    this.identityProvider = identityProvider;
    this.services = projects.stream().map(VendorProject::service).toList();
    this.accounts = new WorldAccounts(projects.stream().map(VendorProject::accounts).toList());
    this.devices = new WorldDevices(context.clock(), context.random().source());
    this.seeds = new WorldSeeds(this);
    this.whenAsked = whenAsked;
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
  public List<VendorService> services() {
    return services;
  }

  @Override
  public Optional<VendorService> service(String vendor) {
    whenAsked.accept(vendor);
    return World.super.service(vendor);
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
  public RecordingWebhooks webhooks() {
    return context.webhooks();
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
    projects.forEach(VendorProject::reset);
    identityProvider.clear();
    context.outbox().reset();
    context.webhooks().reset();
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
    context.webhooks().close();
    whenClosed.accept(this);
  }

  /** Does something between two requests of any vendor. */
  <T> T exclusively(Supplier<T> work) {
    Supplier<T> locked = work;
    // The first project's lock is taken first, always.
    for (int i = projects.size() - 1; i >= 0; i--) {
      VendorProject project = projects.get(i);
      Supplier<T> inner = locked;
      locked = () -> project.exclusively(inner);
    }
    return locked.get();
  }

  WorldContext context() {
    return context;
  }

  List<VendorProject> projects() {
    return projects;
  }

  IdentityProvider identityProvider() {
    return identityProvider;
  }

  @Override
  public String toString() {
    return "World[" + name() + "]";
  }
}
