package dev.keyway.emulator.internal.stytch.connectedapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import org.jspecify.annotations.Nullable;

/** An app on the wire. Its secrets are shown once, when they are made. */
final class ConnectedAppView {
  private ConnectedAppView() {}

  /** The form without a secret. That an app made by a server was made by hand is inferred. */
  static ObjectNode of(ConnectedApp app) {
    return withoutMethod(app).put("creation_method", "manual");
  }

  /** What the forms with a secret have besides it. */
  static ObjectNode withoutMethod(ConnectedApp app) {
    ConnectedApp.Details details = app.details();
    ObjectNode json =
        Json.object()
            .put("client_id", app.id())
            .put("client_name", details.name())
            .put("client_description", details.description())
            .put("status", "active")
            .put("client_type", ConnectedAppFields.word(app.type()))
            .put("full_access_allowed", details.fullAccess())
            .put("access_token_expiry_minutes", details.tokenMinutes())
            .put("access_token_template_content", details.tokenTemplate())
            .put("id_token_template_content", details.idTokenTemplate())
            .put("bypass_consent_for_offline_access", details.bypassesConsent())
            .put("client_secret_last_four", app.secrets().lastFour())
            .put("next_client_secret_last_four", app.secrets().nextLastFour())
            .put("access_token_custom_audience", nullIfEmpty(details.audience()))
            .put("logo_url", nullIfEmpty(details.logoUrl()))
            .putNull("client_id_metadata_url");
    details.redirectUrls().forEach(json.putArray("redirect_urls")::add);
    details.logoutUrls().forEach(json.putArray("post_logout_redirect_urls")::add);
    return json;
  }

  static Response response(StytchCall call, ObjectNode app) {
    ObjectNode json = Json.object();
    json.set("connected_app", app);
    return call.ok(json);
  }

  /**
   * The app that a path names.
   *
   * @throws StytchFailure {@code connected_app_not_found}
   */
  static ConnectedApp require(StytchCall call) {
    return call.project()
        .connectedApps()
        .find(call.path("client_id"))
        .orElseThrow(StytchError.CONNECTED_APP_NOT_FOUND::failure);
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
