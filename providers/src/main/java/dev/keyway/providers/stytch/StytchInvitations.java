package dev.keyway.providers.stytch;

import dev.keyway.CallOptions;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.UserId;
import dev.keyway.providers.flow.UriQuery;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.rules.Deliveries;
import dev.keyway.providers.stytch.wire.MagicLinkApi;
import dev.keyway.providers.stytch.wire.WireAttributes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link StytchNative}: links and invitations that the neutral interfaces have no word for. */
final class StytchInvitations implements StytchNative {

  private final Transport transport;
  private final MagicLinkApi api;

  @Inject
  StytchInvitations(Transport transport, MagicLinkApi api) {
    this.transport = transport;
    this.api = api;
  }

  @Override
  public URI embeddableLink(UserId user, URI callback, DeliveryOptions options) {
    MagicLinkApi.Create body =
        new MagicLinkApi.Create(Checks.user(user), Deliveries.link(options).asked());
    return transport.call(
        options,
        () -> {
          Map<String, String> query = new LinkedHashMap<>();
          query.put("stytch_token_type", "magic_links");
          query.put("token", api.create(body).token().reveal());
          return UriQuery.append(callback, query);
        });
  }

  @Override
  public UserId invite(EmailAddress email, URI callback, DeliveryOptions options) {
    MagicLinkApi.Invite body =
        new MagicLinkApi.Invite(
            email.value(),
            callback,
            Deliveries.link(options).asked(),
            WireAttributes.of(options),
            Deliveries.mailLocale(options));
    return transport.call(options, () -> UserId.of(api.invite(body).userId()));
  }

  @Override
  public void revokeInvite(EmailAddress email, CallOptions options) {
    transport.run(options, () -> api.revokeInvite(new MagicLinkApi.RevokeInvite(email.value())));
  }
}
