package dev.keyway.emulator.internal.stytch.idp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.AppTokens;
import dev.keyway.emulator.internal.stytch.rules.Pkce;
import dev.keyway.emulator.internal.stytch.rules.UserView;
import dev.keyway.emulator.internal.stytch.state.AppConsents;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /v1/idp/oauth/authorize}: what the page calls on which users consent. */
public final class AuthorizeRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<Boolean> CONSENT_GRANTED = Field.flag("consent_granted");
  private static final Field<String> STATE = Field.text("state");
  private static final Field<String> NONCE = Field.text("nonce");
  private static final Field<List<String>> RESOURCES = Bodies.texts("resources");

  @Inject
  AuthorizeRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.idp.oauth-authorize-start")
        .takes(ObjectType.of().and(Authorization.FIELDS))
        .fails(Authorization.ERRORS)
        .answers(this::start);
    book.on("stytch.idp.oauth-authorize")
        .takes(
            ObjectType.of(CONSENT_GRANTED.required())
                .and(Authorization.FIELDS)
                .and(STATE, NONCE, Pkce.CODE_CHALLENGE, RESOURCES))
        .fails(
            StytchError.PKCE_REQUIRED_FOR_IDP_AUTHORIZATION_FLOW,
            StytchError.INVALID_PKCE_CODE_CHALLENGE)
        .fails(Authorization.ERRORS)
        .answers(this::authorize);
  }

  private Response start(StytchCall call) {
    StytchProject project = call.project();
    Authorization asked = Authorization.of(call);
    ObjectNode json = Json.object().put("user_id", asked.user().id());
    json.set("user", UserView.of(project, asked.user()));
    json.set("client", client(asked.app()));
    json.put("consent_required", asked.needsConsent(project));
    List<String> grantable = asked.grantable(project);
    ArrayNode results = json.putArray("scope_results");
    for (String scope : asked.scopes()) {
      results
          .addObject()
          .put("scope", scope)
          .put("description", AppScopes.description(project, scope))
          .put("is_grantable", grantable.contains(scope));
    }
    return call.ok(json);
  }

  /**
   * Scopes that the user cannot grant are left out (inferred, after RFC 6749, section 3.3); when
   * none is left, the app is told so.
   */
  private Response authorize(StytchCall call) {
    StytchProject project = call.project();
    Authorization asked = Authorization.of(call);
    String challenge = Pkce.challenge(call.find(Pkce.CODE_CHALLENGE));
    if (challenge.isEmpty() && asked.app().type().isPublic()) {
      throw StytchError.PKCE_REQUIRED_FOR_IDP_AUTHORIZATION_FLOW.failure();
    }
    if (!call.get(CONSENT_GRANTED)) {
      return redirect(call, asked, "error", "access_denied", null);
    }
    List<String> granted = asked.grantable(project);
    if (granted.isEmpty()) {
      return redirect(call, asked, "error", "invalid_scope", null);
    }
    AppConsents.Consent consent =
        project.appConsents().give(asked.user().id(), asked.app().id(), granted);
    AppTokens.Grant grant =
        new AppTokens.Grant(
            asked.user().id(),
            asked.app().id(),
            consent.number(),
            granted,
            call.find(RESOURCES).orElse(List.of()),
            call.find(NONCE).orElse(""));
    String code =
        AppCodes.authorizationCode(
            project, new AppCodes.Authorized(grant, asked.redirectUri(), challenge));
    return redirect(call, asked, "code", code, code);
  }

  private static Response redirect(
      StytchCall call, Authorization asked, String name, String value, @Nullable String code) {
    List<String> parameters = new ArrayList<>();
    parameters.add(name + "=" + encoded(value));
    call.find(STATE).ifPresent(state -> parameters.add("state=" + encoded(state)));
    String url = asked.redirectUri();
    return call.ok(
        Json.object()
            .put(
                "redirect_uri",
                url + (url.indexOf('?') < 0 ? "?" : "&") + String.join("&", parameters))
            .put("authorization_code", code));
  }

  private static ObjectNode client(ConnectedApp app) {
    return Json.object()
        .put("client_id", app.id())
        .put("client_name", app.details().name())
        .put("client_description", app.details().description())
        .put("client_type", app.type().name().toLowerCase(Locale.ROOT))
        .put("logo_url", app.details().logoUrl().isEmpty() ? null : app.details().logoUrl());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
