package dev.keyway.emulator.internal.server;

import dev.keyway.emulator.internal.address.UrlHost;
import dev.keyway.emulator.internal.http.HostNames;
import jakarta.inject.Inject;

/** Begins to answer requests. */
public final class Server {
  private final Listeners listeners;
  private final UndertowHandler requests;
  private final LocalTls tls;
  private final Addresses addresses;
  private final HostNames names;

  @Inject
  Server(
      Listeners listeners,
      UndertowHandler requests,
      LocalTls tls,
      Addresses addresses,
      HostNames names) {
    this.listeners = listeners;
    this.requests = requests;
    this.tls = tls;
    this.addresses = addresses;
    this.names = names;
  }

  /**
   * Opens the HTTP port.
   *
   * @throws dev.keyway.emulator.PortTakenException if it is taken
   */
  public void open() {
    listeners.openHttp(requests);
    tls.serve(addresses.local().getHost());
    tls.serve(UrlHost.of(addresses.published()));
    names.declared().forEach(tls::serve);
  }
}
