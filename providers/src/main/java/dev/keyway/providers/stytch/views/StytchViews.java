package dev.keyway.providers.stytch.views;

import dev.keyway.providers.http.Transport;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stytch.consumer.Links;
import dev.keyway.providers.stytch.consumer.StytchConsumer;
import dev.keyway.providers.stytch.wire.MagicLinkApi;
import dev.keyway.spi.NativeCalls;
import jakarta.inject.Inject;

/** Makes {@link StytchConsumer} for a client. */
public final class StytchViews {

  private final Transport transport;
  private final MagicLinkApi magicLinks;

  @Inject
  StytchViews(Transport transport, MagicLinkApi magicLinks) {
    this.transport = transport;
    this.magicLinks = magicLinks;
  }

  /** The view, whose calls go through the client's guard. */
  public StytchConsumer consumer(NativeCalls guard) {
    ViewCalls calls = new ViewCalls(guard, transport);
    return new Consumer(new LinkCalls(calls, magicLinks));
  }

  private record Consumer(Links links) implements StytchConsumer {}
}
