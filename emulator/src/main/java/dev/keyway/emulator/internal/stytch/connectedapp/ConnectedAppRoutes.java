package dev.keyway.emulator.internal.stytch.connectedapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.SearchPage;
import dev.keyway.emulator.internal.stytch.state.ClientSecrets;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.ConnectedApps;
import jakarta.inject.Inject;

/** {@code /v1/connected_apps/clients}, except secrets. */
public final class ConnectedAppRoutes implements RouteArea<StytchRouteBook> {
  @Inject
  ConnectedAppRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.connected-app.clients-create")
        .takes(ObjectType.of(ConnectedAppFields.TYPE.required()).and(ConnectedAppFields.DETAILS))
        .fails(StytchError.INVALID_CONNECTED_APP_TYPE, StytchError.TOO_MANY_CONNECTED_APPS)
        .fails(ConnectedAppFields.ERRORS)
        .answers(this::create);
    book.on("stytch.connected-app.clients-get")
        .fails(StytchError.CONNECTED_APP_NOT_FOUND)
        .answers(
            call ->
                ConnectedAppView.response(
                    call, ConnectedAppView.of(ConnectedAppView.require(call))));
    book.on("stytch.connected-app.clients-update")
        .takes(ObjectType.of().and(ConnectedAppFields.DETAILS))
        .fails(StytchError.CONNECTED_APP_NOT_FOUND)
        .fails(ConnectedAppFields.ERRORS)
        .answers(this::update);
    book.on("stytch.connected-app.clients-delete")
        .fails(StytchError.CONNECTED_APP_NOT_FOUND)
        .answers(this::delete);
    book.on("stytch.connected-app.clients-search")
        .takes(SearchPage.LIMIT, SearchPage.CURSOR)
        .answers(this::search);
  }

  private Response create(StytchCall call) {
    ConnectedApp.Type type = ConnectedAppFields.type(call.get(ConnectedAppFields.TYPE));
    ConnectedApp.Details details =
        ConnectedAppFields.details(call, type, ConnectedApp.Details.NONE);
    ConnectedApps apps = call.project().connectedApps();
    if (apps.size() >= call.project().settings().connectedAppLimit()) {
      throw StytchError.TOO_MANY_CONNECTED_APPS.failure();
    }
    String secret = type.isPublic() ? null : ConnectedAppSecretRoutes.newSecret(call);
    ConnectedApp app =
        new ConnectedApp(
            apps.next(),
            "connected-app-test-" + call.random().uuid(),
            type,
            details,
            ClientSecrets.of(secret));
    apps.put(app);
    return ConnectedAppView.response(
        call, ConnectedAppView.withoutMethod(app).put("client_secret", secret));
  }

  private Response update(StytchCall call) {
    ConnectedApp present = ConnectedAppView.require(call);
    ConnectedApp changed =
        present.with(ConnectedAppFields.details(call, present.type(), present.details()));
    call.project().connectedApps().put(changed);
    return ConnectedAppView.response(call, ConnectedAppView.of(changed));
  }

  private Response delete(StytchCall call) {
    ConnectedApp app = ConnectedAppView.require(call);
    call.project().connectedApps().remove(app);
    call.project().appConsents().forgetApp(app.id());
    return call.ok(Json.object().put("client_id", app.id()));
  }

  /** Newest first, page by page. Of limit and cursor the vendor names no errors. */
  private Response search(StytchCall call) {
    SearchPage page = SearchPage.of(call, StytchError.BAD_REQUEST, StytchError.BAD_REQUEST);
    SearchPage.Found<ConnectedApp> found =
        page.in(call.project().connectedApps().all(), app -> true, ConnectedApp::sequence);
    ObjectNode json = Json.object();
    ArrayNode apps = json.putArray("connected_apps");
    found.items().forEach(app -> apps.add(ConnectedAppView.of(app)));
    json.set("results_metadata", found.metadata());
    return call.ok(json);
  }
}
