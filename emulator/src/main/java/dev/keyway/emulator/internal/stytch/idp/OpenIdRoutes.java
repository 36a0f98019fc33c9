package dev.keyway.emulator.internal.stytch.idp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.AppTokens;
import dev.keyway.emulator.internal.stytch.rules.OAuthCalls;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.util.List;

/** What any client of OpenID Connect looks up: the project's metadata, and its users. */
public final class OpenIdRoutes implements RouteArea<StytchRouteBook> {
  @Inject
  OpenIdRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.idp.openid-configuration").oauth().answers(this::openId);
    book.on("stytch.idp.oauth-authorization-server").oauth().answers(this::authorizationServer);
    book.on("stytch.idp.userinfo").oauth().fails(AppTokens.ERRORS).answers(this::userinfo);
  }

  private Response openId(StytchCall call) {
    ObjectNode json = metadata(OAuthCalls.project(call));
    json.put("userinfo_endpoint", AppAnswers.issuer(call.project()) + "/oauth2/userinfo");
    list(json, "subject_types_supported", List.of("public"));
    list(json, "id_token_signing_alg_values_supported", List.of("RS256"));
    return call.ok(json);
  }

  private Response authorizationServer(StytchCall call) {
    return call.ok(metadata(OAuthCalls.project(call)));
  }

  private static ObjectNode metadata(StytchProject project) {
    String issuer = AppAnswers.issuer(project);
    ObjectNode json = Json.object().put("issuer", issuer);
    String page = project.settings().authorizationUrl();
    if (!page.isEmpty()) {
      json.put("authorization_endpoint", page);
    }
    json.put("token_endpoint", issuer + "/oauth2/token")
        .put("introspection_endpoint", issuer + "/oauth2/introspect")
        .put("revocation_endpoint", issuer + "/oauth2/revoke")
        .put("jwks_uri", project.baseUrl() + "/v1/sessions/jwks/" + project.id());
    list(json, "scopes_supported", AppScopes.STANDARD);
    list(json, "response_types_supported", List.of("code"));
    list(
        json,
        "grant_types_supported",
        List.of("authorization_code", "refresh_token", "client_credentials"));
    list(json, "code_challenge_methods_supported", List.of("S256"));
    list(
        json,
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic", "client_secret_post", "none"));
    return json;
  }

  private Response userinfo(StytchCall call) {
    StytchProject project = OAuthCalls.project(call);
    AppTokens.Grant grant =
        AppTokens.require(
                project,
                call.bearer()
                    .orElseThrow(
                        () ->
                            StytchError.BAD_REQUEST.failure(
                                "The request has no access token: it needs an Authorization header"
                                    + " of the Bearer scheme.")))
            .grant();
    StytchUser user =
        grant.user(project).orElseThrow(StytchError.CONNECTED_APP_CONSENT_REVOKED::failure);
    return call.ok(AppAnswers.claims(user, grant.scopes()));
  }

  private static void list(ObjectNode json, String name, List<String> values) {
    values.forEach(json.putArray(name)::add);
  }
}
