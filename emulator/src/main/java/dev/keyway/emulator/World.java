package dev.keyway.emulator;

import dev.keyway.emulator.core.Environment;
import dev.keyway.emulator.core.RecordingOutbox;
import dev.keyway.emulator.http.Tenant;
import dev.keyway.emulator.oauth.IdentityProvider;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.stackauth.StackAccounts;
import dev.keyway.emulator.stackauth.StackAuthProject;
import dev.keyway.emulator.stytch.StytchAccounts;
import dev.keyway.emulator.stytch.StytchProject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One project of its own on each provider. What happens in one world is never seen in another: a
 * request finds its world by its credentials. Safe for use by several threads.
 */
public final class World implements AutoCloseable {
  private final String id;
  private final Environment environment;
  private final Tenant tenant;
  private final StackAuthProject stackAuthProject;
  private final StytchProject stytchProject;
  private final IdentityProvider identityProvider;
  private final StackAuthService stackAuth;
  private final StytchService stytch;
  private final Accounts accounts;
  private final WorldDevices devices;
  private final WorldSeeds seeds;
  private final Consumer<World> whenClosed;

  World(
      String id,
      Environment environment,
      Tenant tenant,
      StackAuthProject stackAuthProject,
      StytchProject stytchProject,
      IdentityProvider identityProvider,
      Consumer<World> whenClosed) {
    this.id = id;
    this.environment = environment;
    this.tenant = tenant;
    this.stackAuthProject = stackAuthProject;
    this.stytchProject = stytchProject;
    this.identityProvider = identityProvider;
    this.stackAuth = new StackAuthService(environment.publicUrl(), stackAuthProject);
    this.stytch = new StytchService(environment.publicUrl(), stytchProject);
    this.accounts =
        new WorldAccounts(new StackAccounts(stackAuthProject), new StytchAccounts(stytchProject));
    this.devices = new WorldDevices(environment.clock(), environment.random().source());
    this.seeds =
        new WorldSeeds(environment.clock(), stackAuthProject, stytchProject, identityProvider);
    this.whenClosed = whenClosed;
  }

  /** Unique in its emulator, also after it is closed, and fit for a URL; for example {@code w1}. */
  public String id() {
    return id;
  }

  /** What it is called in reports. */
  public String name() {
    return environment.world();
  }

  /** Its Stack Auth. */
  public StackAuthService stackAuth() {
    return stackAuth;
  }

  /** Its Stytch. */
  public StytchService stytch() {
    return stytch;
  }

  /** Its time. */
  public WorldClock clock() {
    return environment.clock();
  }

  /** The users of its projects. */
  public Accounts accounts() {
    return accounts;
  }

  /** The passkey authenticators and authenticator apps of its people. */
  public Devices devices() {
    return devices;
  }

  /** The mails and texts that its providers sent. */
  public Outbox outbox() {
    return environment.outbox();
  }

  /** The people at the social providers that its projects let in. */
  public OAuthConsent oauth() {
    return identityProvider;
  }

  /** The requests that its providers answered. */
  public Ledger ledger() {
    return tenant.ledger();
  }

  /** What goes wrong in it on purpose. */
  public Faults faults() {
    return tenant.faults();
  }

  /**
   * Back to an empty world: no users, sessions, codes, messages, social accounts, devices, faults
   * or ledger entries; the clock runs with the machine's time. Ids, keys and settings stay.
   */
  public void reset() {
    tenant.faults().clear();
    stackAuthProject.reset();
    stytchProject.reset();
    identityProvider.clear();
    environment.outbox().reset();
    devices.clear();
    tenant.ledger().clear();
    environment.clock().reset();
  }

  /**
   * What it is like now: users, sessions, codes and tokens, signing keys, settings, the clock, the
   * outbox with what was handed out and what bounces, and the people at social providers. Not part
   * of it are the {@link #ledger}, the {@link #faults} and the {@link #devices}: those are the
   * test's.
   */
  public Checkpoint checkpoint() {
    return exclusively(() -> new Checkpoint(this));
  }

  /**
   * Back to a checkpoint. Sessions, codes, tokens and keys of that time behave as they did then,
   * and what came later was never there. The clock goes back to that moment, and stands still if it
   * did then. Requests that are held are processed afterwards. A checkpoint may be restored any
   * number of times.
   *
   * @throws ConflictException if it is of another world; nothing changes then
   */
  public void restore(Checkpoint checkpoint) {
    exclusively(
        () -> {
          checkpoint.restoreTo(this);
          return checkpoint;
        });
  }

  /**
   * Adds what a seed with one world says: its users, its accounts at social providers, its clock
   * and settings if it names them. The world's name stays.
   *
   * @throws dev.keyway.emulator.seed.SeedException if it has another number of worlds, pins other
   *     ids or keys than this world's, or has a user with an id or address that is taken here;
   *     nothing is loaded then
   */
  public void load(Seed seed) {
    if (seed.worlds().size() != 1) {
      throw seed.problem("worlds", "must be one world, to go into one");
    }
    seeds.load(seed, 0);
  }

  void load(Seed seed, int index) {
    seeds.load(seed, index);
  }

  /**
   * This world as a seed, keys included: whoever loads it has the same projects, users, factors and
   * sessions. Passwords are in it by their hash. What is under way is not: codes, challenges,
   * messages, the social providers' tokens, faults, ledger.
   */
  public Seed export() {
    return Seed.of(List.of(seeds.export(name())));
  }

  /** Ends it: held requests go on, its credentials are unknown from now on. */
  @Override
  public void close() {
    tenant.faults().clear();
    whenClosed.accept(this);
  }

  private <T> T exclusively(Supplier<T> work) {
    return stackAuthProject.exclusively(() -> stytchProject.exclusively(work));
  }

  RecordingOutbox recordingOutbox() {
    return environment.outbox();
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
