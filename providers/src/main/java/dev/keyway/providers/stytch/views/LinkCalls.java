package dev.keyway.providers.stytch.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.CallOptions;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.UserId;
import dev.keyway.providers.flow.UriQuery;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stytch.consumer.Links;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.rules.Deliveries;
import dev.keyway.providers.stytch.wire.MagicLinkApi;
import dev.keyway.providers.stytch.wire.WireAttributes;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link Links} by the routes of magic links. */
final class LinkCalls implements Links {

  private final ViewCalls calls;
  private final MagicLinkApi api;

  LinkCalls(ViewCalls calls, MagicLinkApi api) {
    this.calls = calls;
    this.api = api;
  }

  @Override
  public URI embeddable(UserId user, URI callback, DeliveryOptions options) {
    notNull(user, "user");
    Checks.callback(callback);
    return calls.call(
        "stytch.links.embeddable",
        options,
        () -> {
          MagicLinkApi.Create body =
              new MagicLinkApi.Create(Checks.user(user), Deliveries.link(options).asked());
          Map<String, String> query = new LinkedHashMap<>();
          query.put("stytch_token_type", "magic_links");
          query.put("token", api.create(body).token().reveal());
          return UriQuery.append(callback, query);
        });
  }

  @Override
  public UserId invite(EmailAddress email, URI callback, DeliveryOptions options) {
    notNull(email, "email");
    Checks.callback(callback);
    return calls.call(
        "stytch.links.invite",
        options,
        () -> {
          MagicLinkApi.Invite body =
              new MagicLinkApi.Invite(
                  email.value(),
                  callback,
                  Deliveries.link(options).asked(),
                  WireAttributes.of(options),
                  Deliveries.mailLocale(options),
                  options.template().orElse(null));
          return UserId.of(api.invite(body).userId());
        });
  }

  @Override
  public void revokeInvite(EmailAddress email, CallOptions options) {
    notNull(email, "email");
    calls.run(
        "stytch.links.revokeInvite",
        options,
        () -> api.revokeInvite(new MagicLinkApi.RevokeInvite(email.value())));
  }
}
