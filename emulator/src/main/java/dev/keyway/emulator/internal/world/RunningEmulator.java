package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Coverage;
import dev.keyway.emulator.Ledger;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.internal.outbound.OutboundHttp;
import dev.keyway.emulator.internal.pipeline.UnmatchedRequests;
import dev.keyway.emulator.internal.pipeline.VendorApis;
import dev.keyway.emulator.internal.server.Addresses;
import dev.keyway.emulator.internal.server.Listeners;
import dev.keyway.emulator.internal.server.LocalTls;
import dev.keyway.emulator.seed.Seed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** An emulator whose ports are open, or are about to be. */
@Singleton
final class RunningEmulator implements AuthEmulator {
  private final Addresses addresses;
  private final Listeners listeners;
  private final LocalTls tls;
  private final Worlds worlds;
  private final VendorApis vendors;
  private final UnmatchedRequests unmatched;
  private final Saver saver;
  private final OutboundHttp outbound;

  @Inject
  RunningEmulator(
      Addresses addresses,
      Listeners listeners,
      LocalTls tls,
      Worlds worlds,
      VendorApis vendors,
      UnmatchedRequests unmatched,
      Saver saver,
      OutboundHttp outbound) {
    this.addresses = addresses;
    this.listeners = listeners;
    this.tls = tls;
    this.worlds = worlds;
    this.vendors = vendors;
    this.unmatched = unmatched;
    this.saver = saver;
    this.outbound = outbound;
  }

  @Override
  public URI baseUrl() {
    return addresses.local();
  }

  @Override
  public URI publicUrl() {
    return addresses.published();
  }

  @Override
  public URI httpsBaseUrl() {
    return listeners.openHttps();
  }

  @Override
  public Optional<URI> openHttpsBaseUrl() {
    return listeners.httpsUrl();
  }

  @Override
  public SSLContext clientTls() {
    return tls.clientContext();
  }

  @Override
  public String certificateAuthorityPem() {
    return tls.authorityPem();
  }

  @Override
  public World newWorld(WorldSpec spec) {
    return worlds.open(Objects.requireNonNull(spec, "spec"));
  }

  @Override
  public List<World> worlds() {
    return List.copyOf(worlds.all());
  }

  @Override
  public Optional<World> world(String idOrName) {
    return worlds.find(idOrName).map(world -> world);
  }

  @Override
  public List<World> load(Seed seed) {
    return List.copyOf(worlds.load(seed));
  }

  @Override
  public Ledger unmatchedRequests() {
    return unmatched.ledger();
  }

  @Override
  public List<Operation> operations() {
    return vendors.operations();
  }

  @Override
  public Coverage coverage() {
    return vendors.coverage();
  }

  @Override
  public void close() {
    worlds.releaseAll();
    listeners.drain();
    saver.end();
    worlds.closeAll();
    outbound.close();
    listeners.close();
  }

  @Override
  public String toString() {
    return "AuthEmulator[" + baseUrl() + "]";
  }
}
