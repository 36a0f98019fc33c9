package dev.keyway.emulator.internal.stytch.m2m;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.state.ClientSecrets;
import dev.keyway.emulator.internal.stytch.state.M2mClient;
import jakarta.inject.Inject;

/**
 * {@code /v1/m2m/clients/{client_id}/secrets}: replacing a secret. From the start to the end of it
 * both secrets work.
 */
public final class M2mSecretRoutes implements RouteArea<StytchRouteBook> {
  @Inject
  M2mSecretRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.m2m.clients-secrets-rotate-start")
        .fails(StytchError.M2M_CLIENT_NOT_FOUND, StytchError.M2M_CLIENT_ALREADY_ROTATING_SECRET)
        .answers(this::start);
    book.on("stytch.m2m.clients-secrets-rotate-cancel")
        .fails(StytchError.M2M_CLIENT_NOT_FOUND, StytchError.M2M_CLIENT_NOT_ROTATING_SECRET)
        .answers(this::cancel);
    book.on("stytch.m2m.clients-secrets-rotate")
        .fails(StytchError.M2M_CLIENT_NOT_FOUND, StytchError.M2M_CLIENT_NOT_ROTATING_SECRET)
        .answers(this::finish);
  }

  private Response start(StytchCall call) {
    M2mClient client = M2mClientView.require(call);
    if (client.secrets().next() != null) {
      throw StytchError.M2M_CLIENT_ALREADY_ROTATING_SECRET.failure();
    }
    String next = M2mClientFields.randomSecret(call);
    ObjectNode json = M2mClientView.of(kept(call, client.with(client.secrets().expecting(next))));
    return M2mClientView.response(call, json.put("next_client_secret", next));
  }

  private Response cancel(StytchCall call) {
    M2mClient client = M2mClientView.require(call);
    next(client);
    return M2mClientView.response(
        call,
        M2mClientView.of(kept(call, client.with(ClientSecrets.of(client.secrets().present())))));
  }

  private Response finish(StytchCall call) {
    M2mClient client = M2mClientView.require(call);
    return M2mClientView.response(
        call, M2mClientView.of(kept(call, client.with(ClientSecrets.of(next(client))))));
  }

  private static String next(M2mClient client) {
    String next = client.secrets().next();
    if (next == null) {
      throw StytchError.M2M_CLIENT_NOT_ROTATING_SECRET.failure();
    }
    return next;
  }

  private static M2mClient kept(StytchCall call, M2mClient client) {
    call.project().m2mClients().put(client);
    return client;
  }
}
