package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.internal.fault.FaultTable;
import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.ledger.RecordingLedger;
import dev.keyway.emulator.internal.pipeline.VendorApis;
import dev.keyway.emulator.internal.pipeline.WorldContext;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.server.Addresses;
import dev.keyway.emulator.internal.stackauth.seed.StackAuthSettingsSeeds;
import dev.keyway.emulator.internal.stackauth.state.StackAuthKeys;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.Directory;
import dev.keyway.emulator.internal.state.MovableClock;
import dev.keyway.emulator.internal.state.RecordingOutbox;
import dev.keyway.emulator.internal.stytch.seed.StytchSettingsSeeds;
import dev.keyway.emulator.internal.stytch.state.StytchKeys;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.token.EcKeys;
import dev.keyway.emulator.internal.token.RsaKeyPool;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.WorldSeed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Opens and closes worlds. A new one costs a few random numbers and maps: keys are made later. */
@Singleton
final class Worlds {
  private final Directory<StackAuthProject> stackAuthProjects;
  private final Directory<StytchProject> stytchProjects;
  private final Directory<IdentityProvider> identityProviders;
  private final EcKeys ecKeys;
  private final RsaKeyPool rsaKeys;
  private final Randomness random;
  private final Clock machineClock;
  private final Set<String> operations;
  private final Addresses addresses;
  private final Map<String, LiveWorld> open = Collections.synchronizedMap(new LinkedHashMap<>());
  private final AtomicLong count = new AtomicLong();

  @Inject
  Worlds(
      Directory<StackAuthProject> stackAuthProjects,
      Directory<StytchProject> stytchProjects,
      Directory<IdentityProvider> identityProviders,
      EcKeys ecKeys,
      RsaKeyPool rsaKeys,
      Randomness random,
      Clock machineClock,
      VendorApis vendors,
      Addresses addresses) {
    this.stackAuthProjects = stackAuthProjects;
    this.stytchProjects = stytchProjects;
    this.identityProviders = identityProviders;
    this.ecKeys = ecKeys;
    this.rsaKeys = rsaKeys;
    this.random = random;
    this.machineClock = machineClock;
    this.operations = vendors.operationIds();
    this.addresses = addresses;
  }

  LiveWorld open(WorldSpec spec) {
    return open(spec, StackAuthKeys.random(random));
  }

  /** Opens a world whose Stack Auth project has those keys. */
  LiveWorld open(WorldSpec spec, StackAuthKeys stackAuthKeys) {
    LiveWorld world = make(spec, stackAuthKeys, StytchKeys.random(random));
    announce(world);
    return world;
  }

  /** One world for each in a seed; none of them if one cannot be loaded. */
  List<LiveWorld> load(Seed seed) {
    List<LiveWorld> made = new ArrayList<>();
    for (int i = 0; i < seed.worlds().size(); i++) {
      WorldSeed wanted = seed.worlds().get(i);
      LiveWorld world =
          make(
              WorldSpec.defaults().named(wanted.name()),
              StackAuthSettingsSeeds.keys(wanted.stackauth(), StackAuthKeys.random(random)),
              StytchSettingsSeeds.keys(wanted.stytch(), StytchKeys.random(random)));
      world.load(seed, i);
      made.add(world);
    }
    for (int i = 0; i < made.size(); i++) {
      try {
        announce(made.get(i));
      } catch (IllegalStateException taken) {
        made.subList(0, i).forEach(World::close);
        throw seed.problem(
            "worlds[" + i + "]", "pins the id of a project that another open world has");
      }
    }
    return List.copyOf(made);
  }

  private LiveWorld make(WorldSpec spec, StackAuthKeys stackAuthKeys, StytchKeys stytchKeys) {
    long number = count.incrementAndGet();
    String id = "w" + number;
    String name = spec.name().orElseGet(() -> "world-" + number);
    MovableClock clock = new MovableClock(machineClock);
    WorldContext context =
        new WorldContext(
            name,
            clock,
            random,
            new RecordingOutbox(),
            addresses.published(),
            new RecordingLedger(name, clock, operations),
            new FaultTable(operations, clock));
    IdentityProvider identityProvider = new IdentityProvider(context);
    StackAuthProject stackAuth =
        new StackAuthProject(context, ecKeys, identityProvider, stackAuthKeys, spec.stackAuth());
    StytchProject stytch =
        new StytchProject(context, rsaKeys, identityProvider, stytchKeys, spec.stytch());
    return new LiveWorld(id, context, stackAuth, stytch, identityProvider, this::forget);
  }

  /** Lets requests find a world; all of its names or, where one is taken, none. */
  private void announce(LiveWorld world) {
    try {
      stackAuthProjects.add(world.stackAuthProject().id(), world.stackAuthProject());
      stytchProjects.add(world.stytchProject().id(), world.stytchProject());
      stytchProjects.add(world.stytchProject().publicToken(), world.stytchProject());
      stytchProjects.add(world.stytchProject().callbackId(), world.stytchProject());
      identityProviders.add(world.identityProvider().id(), world.identityProvider());
    } catch (IllegalStateException taken) {
      forget(world);
      throw taken;
    }
    open.put(world.id(), world);
  }

  List<LiveWorld> all() {
    synchronized (open) {
      return List.copyOf(open.values());
    }
  }

  /** Names are not unique: one that several worlds have stands for none of them. */
  Optional<LiveWorld> find(String idOrName) {
    LiveWorld byId = open.get(idOrName);
    if (byId != null) {
      return Optional.of(byId);
    }
    List<LiveWorld> named = all().stream().filter(world -> world.name().equals(idOrName)).toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** Ends all faults, so that nobody waits any more. */
  void releaseAll() {
    all().forEach(world -> world.faults().clear());
  }

  void closeAll() {
    all().forEach(World::close);
  }

  private void forget(LiveWorld world) {
    stackAuthProjects.remove(world.stackAuthProject().id(), world.stackAuthProject());
    stytchProjects.remove(world.stytchProject().id(), world.stytchProject());
    stytchProjects.remove(world.stytchProject().publicToken(), world.stytchProject());
    stytchProjects.remove(world.stytchProject().callbackId(), world.stytchProject());
    identityProviders.remove(world.identityProvider().id(), world.identityProvider());
    open.remove(world.id());
  }
}
