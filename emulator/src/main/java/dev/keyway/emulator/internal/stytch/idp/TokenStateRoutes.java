package dev.keyway.emulator.internal.stytch.idp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.AppTokens;
import dev.keyway.emulator.internal.stytch.rules.OAuthCalls;
import dev.keyway.emulator.internal.stytch.rules.SessionTokens;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Introspection (RFC 7662) and revocation (RFC 7009) of an app's own tokens. Of another app's
 * tokens nothing is told, and nothing becomes of them.
 */
public final class TokenStateRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<String> TOKEN = Field.text("token");
  private static final Field<String> TOKEN_TYPE_HINT = Field.text("token_type_hint");

  @Inject
  TokenStateRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.idp.introspect-token-network")
        .oauth()
        .takes(TOKEN.required(), OAuthCalls.CLIENT_ID, OAuthCalls.CLIENT_SECRET, TOKEN_TYPE_HINT)
        .fails(StytchError.INVALID_CLIENT)
        .answers(this::introspect);
    book.on("stytch.idp.revoke-token")
        .oauth()
        .takes(TOKEN.required(), OAuthCalls.CLIENT_ID, OAuthCalls.CLIENT_SECRET, TOKEN_TYPE_HINT)
        .fails(StytchError.INVALID_CLIENT)
        .answers(this::revoke);
  }

  private Response introspect(StytchCall call) {
    StytchProject project = OAuthCalls.project(call);
    ConnectedApp app = AppClients.require(project, OAuthCalls.client(call));
    String token = call.get(TOKEN);
    Optional<ObjectNode> access =
        AppTokens.find(project, token)
            .filter(known -> known.grant().appId().equals(app.id()))
            .filter(known -> known.active(project))
            .map(AppTokens.Known::claims);
    return call.ok(
        Json.object()
            .put("active", false)
            .setAll(
                access
                    .or(() -> refreshToken(project, app, token))
                    .map(claims -> claims.put("active", true))
                    .orElseGet(Json::object)));
  }

  /** What is told of a refresh token is inferred. */
  private static Optional<ObjectNode> refreshToken(
      StytchProject project, ConnectedApp app, String token) {
    return AppCodes.findRefresh(project, token)
        .filter(found -> found.facts().grant().appId().equals(app.id()))
        .filter(found -> !found.spent() && !found.expiredAt(project.now()))
        .filter(found -> found.facts().grant().user(project).isPresent())
        .map(
            found -> {
              ObjectNode json =
                  Json.object()
                      .put("sub", found.facts().grant().userId())
                      .put("scope", String.join(" ", found.facts().grant().scopes()))
                      .put("iss", SessionTokens.issuer(project))
                      .put("client_id", app.id())
                      .put("token_type", "refresh_token")
                      .put("iat", found.createdAt().getEpochSecond())
                      .put("nbf", found.createdAt().getEpochSecond())
                      .put("exp", found.expiresAt().getEpochSecond());
              json.putArray("aud").add(project.id());
              return json;
            });
  }

  /** A token that is unknown is as good as revoked (RFC 7009, section 2.2). */
  private Response revoke(StytchCall call) {
    StytchProject project = OAuthCalls.project(call);
    ConnectedApp app = AppClients.require(project, OAuthCalls.client(call));
    String token = call.get(TOKEN);
    AppTokens.find(project, token)
        .filter(known -> known.grant().appId().equals(app.id()))
        .ifPresent(known -> project.codes().forget(known.code()));
    AppCodes.findRefresh(project, token)
        .filter(found -> found.facts().grant().appId().equals(app.id()))
        .ifPresent(found -> revoke(project, found));
    return call.ok();
  }

  /** The access token that came with a refresh token goes with it. */
  private static void revoke(StytchProject project, OneTimeCode<AppCodes.Refresh> token) {
    AppTokens.revoke(project, token.facts().accessTokenId());
    project.codes().forget(token);
  }
}
