package dev.keyway.emulator.internal.stytch.idp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.state.AppConsents;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.util.Locale;

/** {@code /v1/users/{user_id}/connected_apps}: whom a user allowed anything. */
public final class UserAppRoutes implements RouteArea<StytchRouteBook> {
  @Inject
  UserAppRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.user.connected-apps").fails(UserLookup.ERRORS).answers(this::list);
    book.on("stytch.user.revoke-connected-app")
        .fails(StytchError.CONNECTED_APP_NOT_FOUND)
        .fails(UserLookup.ERRORS)
        .answers(this::revoke);
  }

  private Response list(StytchCall call) {
    StytchProject project = call.project();
    StytchUser user = UserLookup.require(project, call.path("user_id"));
    ObjectNode json = Json.object();
    ArrayNode apps = json.putArray("connected_apps");
    for (AppConsents.Consent consent : project.appConsents().of(user.id())) {
      project
          .connectedApps()
          .find(consent.appId())
          .ifPresent(app -> apps.add(view(app).put("scopes_granted", scopes(consent))));
    }
    return call.ok(json);
  }

  /** Takes the consent back, and every token that rests on it. */
  private Response revoke(StytchCall call) {
    StytchProject project = call.project();
    StytchUser user = UserLookup.require(project, call.path("user_id"));
    AppConsents.Consent consent =
        project
            .appConsents()
            .find(user.id(), call.path("connected_app_id"))
            .orElseThrow(StytchError.CONNECTED_APP_NOT_FOUND::failure);
    project.appConsents().revoke(user.id(), consent.appId());
    return call.ok();
  }

  private static ObjectNode view(ConnectedApp app) {
    ConnectedApp.Details details = app.details();
    return Json.object()
        .put("connected_app_id", app.id())
        .put("name", details.name())
        .put("description", details.description())
        .put("client_type", app.type().name().toLowerCase(Locale.ROOT))
        .put("logo_url", details.logoUrl().isEmpty() ? null : details.logoUrl());
  }

  private static String scopes(AppConsents.Consent consent) {
    return String.join(" ", consent.scopes());
  }
}
