package dev.keyway.providers.stackauth.views;

import dev.keyway.providers.http.Transport;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stackauth.server.ContactChannels;
import dev.keyway.providers.stackauth.server.StackAuthServer;
import dev.keyway.providers.stackauth.wire.ContactChannelApi;
import dev.keyway.spi.NativeCalls;
import jakarta.inject.Inject;

/** Makes {@link StackAuthServer} for a client. */
public final class StackAuthViews {

  private final Transport transport;
  private final ContactChannelApi contactChannels;

  @Inject
  StackAuthViews(Transport transport, ContactChannelApi contactChannels) {
    this.transport = transport;
    this.contactChannels = contactChannels;
  }

  /** The view, whose calls go through the client's guard. */
  public StackAuthServer server(NativeCalls guard) {
    ViewCalls calls = new ViewCalls(guard, transport);
    return new Server(new ContactChannelCalls(calls, contactChannels));
  }

  private record Server(ContactChannels contactChannels) implements StackAuthServer {}
}
