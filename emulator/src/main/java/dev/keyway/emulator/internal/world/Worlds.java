package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.internal.fault.FaultTable;
import dev.keyway.emulator.internal.fault.VendorRateLimit;
import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.ledger.RecordingLedger;
import dev.keyway.emulator.internal.ledger.RefusedSend;
import dev.keyway.emulator.internal.outbound.OutboundHttp;
import dev.keyway.emulator.internal.pipeline.VendorApis;
import dev.keyway.emulator.internal.pipeline.WorldContext;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.server.Addresses;
import dev.keyway.emulator.internal.state.Directory;
import dev.keyway.emulator.internal.state.MovableClock;
import dev.keyway.emulator.internal.state.RecordingOutbox;
import dev.keyway.emulator.internal.vendor.OpenWorlds;
import dev.keyway.emulator.internal.vendor.ProjectPlace;
import dev.keyway.emulator.internal.vendor.Vendor;
import dev.keyway.emulator.internal.vendor.VendorProject;
import dev.keyway.emulator.internal.webhook.RecordingWebhooks;
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
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Opens and closes worlds. A new one costs a few random numbers and maps: keys are made later. */
@Singleton
final class Worlds implements OpenWorlds {
  private final List<Vendor> vendors;
  private final Directory<IdentityProvider> identityProviders;
  private final Randomness random;
  private final Clock machineClock;
  private final Supplier<Set<String>> operations;
  private final List<VendorRateLimit> rateLimits;
  private final Addresses addresses;
  private final OutboundHttp outbound;
  private final WarmUp warmUp;
  private final Map<String, LiveWorld> open = Collections.synchronizedMap(new LinkedHashMap<>());
  private final AtomicLong count = new AtomicLong();
  private final Object naming = new Object();

  @Inject
  Worlds(
      List<Vendor> vendors,
      Directory<IdentityProvider> identityProviders,
      Randomness random,
      Clock machineClock,
      VendorApis apis,
      Addresses addresses,
      OutboundHttp outbound,
      WarmUp warmUp) {
    this.vendors = vendors;
    this.identityProviders = identityProviders;
    this.random = random;
    this.machineClock = machineClock;
    this.operations = apis::operationIds;
    this.rateLimits = vendors.stream().flatMap(vendor -> vendor.rateLimits().stream()).toList();
    this.addresses = addresses;
    this.outbound = outbound;
    this.warmUp = warmUp;
  }

  LiveWorld open(WorldSpec spec) {
    LiveWorld world = make(spec, Vendor::open);
    announce(world);
    return world;
  }

  @Override
  public List<VendorProject> open(
      WorldSpec spec, BiFunction<Vendor, ProjectPlace, VendorProject> project) {
    synchronized (naming) {
      LiveWorld world = make(spec.name().map(name -> spec.named(free(name))).orElse(spec), project);
      announce(world);
      return world.projects();
    }
  }

  /** The name itself or, where it is in use, the first one with a number that is not. */
  private String free(String name) {
    Set<String> taken = all().stream().map(LiveWorld::name).collect(Collectors.toSet());
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> number == 1 ? name : name + " (" + number + ")")
        .filter(each -> !taken.contains(each))
        .findFirst()
        .orElseThrow();
  }

  /** One world for each in a seed; none of them if one cannot be loaded. */
  List<LiveWorld> load(Seed seed) {
    List<LiveWorld> made = new ArrayList<>();
    for (int i = 0; i < seed.worlds().size(); i++) {
      made.add(made(seed, i, Set.of()));
    }
    return announced(seed, made);
  }

  /** The worlds that were saved, with the keys that they had. */
  void reopen(SavedWorlds saved) {
    List<LiveWorld> made = new ArrayList<>();
    for (int i = 0; i < saved.seed().worlds().size(); i++) {
      LiveWorld world = made(saved.seed(), i, saved.ownKeys(i));
      saved.loadKeys(i, world, random);
      made.add(world);
    }
    announced(saved.seed(), made);
  }

  private LiveWorld made(Seed seed, int index, Set<String> ownKeys) {
    WorldSeed wanted = seed.worlds().get(index);
    LiveWorld world =
        make(
            WorldSpec.vendorDefaults().named(wanted.name()),
            ownKeys,
            (vendor, place) -> vendor.open(place, wanted));
    world.load(seed, index);
    return world;
  }

  private List<LiveWorld> announced(Seed seed, List<LiveWorld> made) {
    for (int i = 0; i < made.size(); i++) {
      try {
        announce(made.get(i));
      } catch (IllegalStateException taken) {
        made.subList(0, i).forEach(LiveWorld::close);
        throw seed.problem(
            "worlds[" + i + "]", "pins the id of a project that another open world has");
      }
    }
    return List.copyOf(made);
  }

  private LiveWorld make(WorldSpec spec, BiFunction<Vendor, ProjectPlace, VendorProject> project) {
    return make(spec, Set.of(), project);
  }

  private LiveWorld make(
      WorldSpec spec,
      Set<String> ownKeys,
      BiFunction<Vendor, ProjectPlace, VendorProject> project) {
    long number = count.incrementAndGet();
    String id = "w" + number;
    String name = spec.name().orElseGet(() -> "world-" + number);
    MovableClock clock = new MovableClock(machineClock);
    RecordingLedger ledger = new RecordingLedger(name, clock, operations);
    WorldContext context =
        new WorldContext(
            name,
            clock,
            random,
            new RecordingOutbox(() -> RefusedSend.lastIn(ledger)),
            addresses.published(),
            ledger,
            new FaultTable(operations, rateLimits, clock),
            new RecordingWebhooks(clock, random, outbound));
    IdentityProvider identityProvider = new IdentityProvider(context);
    ProjectPlace place = new ProjectPlace(context, identityProvider, spec, ownKeys);
    return new LiveWorld(
        id,
        context,
        vendors.stream().map(vendor -> project.apply(vendor, place)).toList(),
        identityProvider,
        warmUp::begin,
        this::forget);
  }

  /** Lets requests find a world; all of its names or, where one is taken, none. */
  private void announce(LiveWorld world) {
    try {
      world.projects().forEach(VendorProject::announce);
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

  @Override
  public List<VendorProject> projects() {
    return all().stream().flatMap(world -> world.projects().stream()).toList();
  }

  @Override
  public void closeWorldOf(VendorProject project) {
    all().stream().filter(world -> world.projects().contains(project)).forEach(LiveWorld::close);
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
    all().forEach(LiveWorld::close);
  }

  private void forget(LiveWorld world) {
    world.projects().forEach(VendorProject::forget);
    identityProviders.remove(world.identityProvider().id(), world.identityProvider());
    open.remove(world.id());
  }
}
