package dev.keyway.providers.stytch.views;

import dev.keyway.providers.http.Transport;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stytch.consumer.ConnectedApps;
import dev.keyway.providers.stytch.consumer.Consents;
import dev.keyway.providers.stytch.consumer.Factors;
import dev.keyway.providers.stytch.consumer.ForeignSessions;
import dev.keyway.providers.stytch.consumer.Impersonation;
import dev.keyway.providers.stytch.consumer.Links;
import dev.keyway.providers.stytch.consumer.Project;
import dev.keyway.providers.stytch.consumer.Rbac;
import dev.keyway.providers.stytch.consumer.StytchConsumer;
import dev.keyway.providers.stytch.consumer.Wallets;
import dev.keyway.providers.stytch.rules.SessionMinutes;
import dev.keyway.providers.stytch.rules.SignIns;
import dev.keyway.providers.stytch.wire.ConnectedAppApi;
import dev.keyway.providers.stytch.wire.ConsentApi;
import dev.keyway.providers.stytch.wire.FactorApi;
import dev.keyway.providers.stytch.wire.ForeignSessionApi;
import dev.keyway.providers.stytch.wire.MagicLinkApi;
import dev.keyway.providers.stytch.wire.ProjectApi;
import dev.keyway.providers.stytch.wire.RbacApi;
import dev.keyway.providers.stytch.wire.WalletApi;
import dev.keyway.spi.NativeCalls;
import jakarta.inject.Inject;

/** Makes {@link StytchConsumer} for a client. */
public final class StytchViews {

  private final Transport transport;
  private final SignIns signIns;
  private final SessionMinutes minutes;
  private final MagicLinkApi magicLinks;

  @Inject
  StytchViews(
      Transport transport, SignIns signIns, SessionMinutes minutes, MagicLinkApi magicLinks) {
    this.transport = transport;
    this.signIns = signIns;
    this.minutes = minutes;
    this.magicLinks = magicLinks;
  }

  /** The view, whose calls go through the client's guard. */
  public StytchConsumer consumer(NativeCalls guard) {
    ViewCalls calls = new ViewCalls(guard, transport);
    // Made when asked for: most applications never do.
    ForeignSessionCalls foreign =
        new ForeignSessionCalls(calls, transport.api(ForeignSessionApi.class), signIns, minutes);
    return new Consumer(
        new LinkCalls(calls, magicLinks),
        new WalletCalls(calls, transport.api(WalletApi.class), signIns, minutes),
        new ConnectedAppCalls(calls, transport.api(ConnectedAppApi.class)),
        new ConsentCalls(calls, transport.api(ConsentApi.class)),
        new FactorCalls(calls, transport.api(FactorApi.class)),
        new RbacCalls(calls, transport.api(RbacApi.class)),
        foreign,
        foreign,
        new ProjectCalls(calls, transport.api(ProjectApi.class)));
  }

  private record Consumer(
      Links links,
      Wallets wallets,
      ConnectedApps connectedApps,
      Consents consents,
      Factors factors,
      Rbac rbac,
      Impersonation impersonation,
      ForeignSessions foreignSessions,
      Project project)
      implements StytchConsumer {}
}
