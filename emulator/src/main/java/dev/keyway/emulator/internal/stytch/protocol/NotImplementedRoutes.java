package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.http.HttpMethod;
import jakarta.inject.Inject;

/**
 * Consumer routes that the service has and the emulator has not: they answer 501. Whoever builds
 * one takes its line away.
 */
public final class NotImplementedRoutes implements StytchRoutes {
  private static final String ROUTES =
      """
      GET    /v1/connected_apps/clients/{client_id} stytch.connected-app.clients-get
      PUT    /v1/connected_apps/clients/{client_id} stytch.connected-app.clients-update
      DELETE /v1/connected_apps/clients/{client_id} stytch.connected-app.clients-delete
      POST   /v1/connected_apps/clients/search stytch.connected-app.clients-search
      POST   /v1/connected_apps/clients stytch.connected-app.clients-create
      POST   /v1/connected_apps/clients/{client_id}/secrets/rotate/start stytch.connected-app.clients-secrets-rotate-start
      POST   /v1/connected_apps/clients/{client_id}/secrets/rotate/cancel stytch.connected-app.clients-secrets-rotate-cancel
      POST   /v1/connected_apps/clients/{client_id}/secrets/rotate stytch.connected-app.clients-secrets-rotate
      POST   /v1/crypto_wallets/authenticate/start stytch.crypto-wallet.authenticate-start
      POST   /v1/crypto_wallets/authenticate stytch.crypto-wallet.authenticate
      POST   /v1/fingerprint/lookup stytch.fraud.fingerprint-lookup
      POST   /v1/rules/set stytch.fraud.rules-set
      POST   /v1/rules/list stytch.fraud.rules-list
      POST   /v1/verdict_reasons/override stytch.fraud.verdict-reasons-override
      POST   /v1/verdict_reasons/list stytch.fraud.verdict-reasons-list
      POST   /v1/email/risk stytch.fraud.email-risk
      POST   /v1/public/{project_id}/oauth2/introspect stytch.idp.introspect-token-network
      POST   /v1/idp/oauth/authorize/start stytch.idp.oauth-authorize-start
      POST   /v1/idp/oauth/authorize stytch.idp.oauth-authorize
      POST   /v1/impersonation/authenticate stytch.impersonation.authenticate
      POST   /v1/public/{project_id}/oauth2/token stytch.m2m.token
      GET    /v1/m2m/clients/{client_id} stytch.m2m.clients-get
      POST   /v1/m2m/clients/search stytch.m2m.clients-search
      PUT    /v1/m2m/clients/{client_id} stytch.m2m.clients-update
      DELETE /v1/m2m/clients/{client_id} stytch.m2m.clients-delete
      POST   /v1/m2m/clients stytch.m2m.clients-create
      POST   /v1/m2m/clients/{client_id}/secrets/rotate/start stytch.m2m.clients-secrets-rotate-start
      POST   /v1/m2m/clients/{client_id}/secrets/rotate/cancel stytch.m2m.clients-secrets-rotate-cancel
      POST   /v1/m2m/clients/{client_id}/secrets/rotate stytch.m2m.clients-secrets-rotate
      POST   /v1/sessions/migrate stytch.session.migrate
      POST   /v1/sessions/exchange_access_token stytch.session.exchange-access-token
      POST   /v1/sessions/attest stytch.session.attest
      GET    /v1/public/oauth/google/onetap/start stytch.oauth.start-one-tap
      """;

  @Inject
  NotImplementedRoutes() {}

  @Override
  public void addTo(StytchRouteTable routes) {
    ROUTES
        .lines()
        .map(line -> line.split(" +"))
        .forEach(column -> routes.unbuilt(HttpMethod.valueOf(column[0]), column[1], column[2]));
  }
}
