package dev.keyway.emulator.internal.stytch.connectedapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.state.ClientSecrets;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import jakarta.inject.Inject;

/**
 * {@code /v1/connected_apps/clients/{client_id}/secrets}: replacing a secret. From the start to the
 * end of it both secrets work.
 */
public final class ConnectedAppSecretRoutes implements RouteArea<StytchRouteBook> {
  private static final int SECRET_BYTES = 36;

  @Inject
  ConnectedAppSecretRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.connected-app.clients-secrets-rotate-start")
        .fails(
            StytchError.CONNECTED_APP_NOT_FOUND,
            StytchError.PUBLIC_CONNECTED_APPS_DO_NOT_HAVE_SECRETS,
            StytchError.CONNECTED_APP_ALREADY_ROTATING_SECRET)
        .answers(this::start);
    book.on("stytch.connected-app.clients-secrets-rotate-cancel")
        .fails(
            StytchError.CONNECTED_APP_NOT_FOUND,
            StytchError.PUBLIC_CONNECTED_APPS_DO_NOT_HAVE_SECRETS,
            StytchError.CONNECTED_APP_NOT_ROTATING_SECRET)
        .answers(this::cancel);
    book.on("stytch.connected-app.clients-secrets-rotate")
        .fails(
            StytchError.CONNECTED_APP_NOT_FOUND,
            StytchError.PUBLIC_CONNECTED_APPS_DO_NOT_HAVE_SECRETS,
            StytchError.CONNECTED_APP_NOT_ROTATING_SECRET)
        .answers(this::finish);
  }

  static String newSecret(StytchCall call) {
    return call.random().base64Url(SECRET_BYTES);
  }

  private Response start(StytchCall call) {
    ConnectedApp app = confidential(call);
    if (app.secrets().next() != null) {
      throw StytchError.CONNECTED_APP_ALREADY_ROTATING_SECRET.failure();
    }
    String next = newSecret(call);
    ObjectNode json =
        ConnectedAppView.withoutMethod(kept(call, app.with(app.secrets().expecting(next))));
    return ConnectedAppView.response(call, json.put("next_client_secret", next));
  }

  private Response cancel(StytchCall call) {
    ConnectedApp app = confidential(call);
    next(app);
    return ConnectedAppView.response(
        call, ConnectedAppView.of(kept(call, app.with(ClientSecrets.of(app.secrets().present())))));
  }

  private Response finish(StytchCall call) {
    ConnectedApp app = confidential(call);
    return ConnectedAppView.response(
        call, ConnectedAppView.of(kept(call, app.with(ClientSecrets.of(next(app))))));
  }

  private static ConnectedApp confidential(StytchCall call) {
    ConnectedApp app = ConnectedAppView.require(call);
    if (app.type().isPublic()) {
      throw StytchError.PUBLIC_CONNECTED_APPS_DO_NOT_HAVE_SECRETS.failure();
    }
    return app;
  }

  private static String next(ConnectedApp app) {
    String next = app.secrets().next();
    if (next == null) {
      throw StytchError.CONNECTED_APP_NOT_ROTATING_SECRET.failure();
    }
    return next;
  }

  private static ConnectedApp kept(StytchCall call, ConnectedApp app) {
    call.project().connectedApps().put(app);
    return app;
  }
}
