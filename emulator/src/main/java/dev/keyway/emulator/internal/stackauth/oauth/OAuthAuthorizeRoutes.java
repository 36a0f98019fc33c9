package dev.keyway.emulator.internal.stackauth.oauth;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.idp.AuthorizationRequest;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.protocol.AccessTokens;
import dev.keyway.emulator.internal.stackauth.protocol.Authenticator;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.Rules;
import dev.keyway.emulator.internal.stackauth.protocol.Schema;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.BotChallenge;
import dev.keyway.emulator.internal.stackauth.rules.RedirectRules;
import dev.keyway.emulator.internal.stackauth.state.AccessTokenClaims;
import dev.keyway.emulator.internal.stackauth.state.OAuthFlow;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.OneTimeCode;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /auth/oauth/authorize}: sends a browser to a social provider. Errors are shown to the
 * browser, never sent to the application.
 */
public final class OAuthAuthorizeRoutes implements RouteArea<StackAuthRouteBook> {
  private final AccessTokens tokens;

  @Inject
  OAuthAuthorizeRoutes(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.oauth.authorize")
        .open()
        .query(
            BotChallenge.fields(
                Schema.object()
                    .required("client_id", Rules.string())
                    .required("client_secret", Rules.string())
                    .required("redirect_uri", Rules.url())
                    .required("scope", Rules.string())
                    .required("state", Rules.string())
                    .required("grant_type", Rules.string().oneOf("authorization_code"))
                    .required("code_challenge", Rules.string())
                    .required("code_challenge_method", Rules.string().oneOf("S256", "plain"))
                    .required("response_type", Rules.string().oneOf("code"))
                    .optional("type", Rules.string().oneOf("authenticate", "link"))
                    .optional("token", Rules.string())
                    .optional("provider_scope", Rules.string())
                    .optional("error_redirect_uri", Rules.url())
                    .optional("error_redirect_url", Rules.url())
                    .optional("after_callback_redirect_url", Rules.string())
                    .optional("stack_response_mode", Rules.string().oneOf("json", "redirect"))
                    .ignoringUnknown()))
        .fails(
            KnownError.REDIRECT_URL_NOT_WHITELISTED,
            KnownError.INVALID_OAUTH_CLIENT_ID_OR_SECRET,
            KnownError.OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED,
            KnownError.OAUTH_EXTRA_SCOPE_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS)
        .fails(BotChallenge.ERRORS)
        .answers(this::authorize);
  }

  private Response authorize(StackAuthCall call) {
    StackAuthProject project = OAuthClients.authorizing(call);
    String provider = SocialProviders.require(project, call.path("provider_id"));
    boolean links = call.queryText("type").filter("link"::equals).isPresent();
    Optional<String> token = call.queryText("token").filter(text -> !text.isEmpty());
    if (links && token.isEmpty()) {
      throw StackAuthFailure.text(400, "?token= query parameter is required for link type");
    }
    Optional<String> after = call.queryText("after_callback_redirect_url");
    if (after.filter(url -> !RedirectRules.trustedForOAuth(project.settings(), url)).isPresent()) {
      throw KnownError.REDIRECT_URL_NOT_WHITELISTED.failure();
    }
    BotChallenge.check(call.query());
    List<String> extra = SocialProviders.scopes(call.queryText("provider_scope").orElse(""));
    if (!extra.isEmpty() && SocialProviders.shared(project, provider)) {
      throw KnownError.OAUTH_EXTRA_SCOPE_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS.failure();
    }
    Optional<String> userId =
        token
            .map(text -> claims(project, text))
            .filter(claims -> links || claims.anonymous())
            .map(AccessTokenClaims::userId);

    boolean json = call.queryText("stack_response_mode").filter("json"::equals).isPresent();
    OneTimeCode<OAuthFlow> flow = OAuthFlow.begin(project, provider, call.query(), userId, !json);
    URI target =
        project
            .identityProvider()
            .authorizeUrl(
                new AuthorizationRequest(
                    provider,
                    project.settings().displayName(),
                    SocialProviders.callbackUrl(project, provider),
                    flow.value(),
                    SocialProviders.asked(extra),
                    ""));
    return json
        ? StackAuthResponses.ok(Json.object().put("location", target.toString()))
        : Response.empty(307)
            .withHeader("location", target.toString())
            .withHeader("set-cookie", cookie(project, flow));
  }

  private AccessTokenClaims claims(StackAuthProject project, String token) {
    AccessTokenClaims claims =
        tokens.genuine(token).orElseThrow(KnownError.UNPARSABLE_ACCESS_TOKEN::failure);
    if (claims.expiredAt(project.now())) {
      throw Authenticator.expired(claims);
    }
    if (!claims.projectId().equals(project.id())) {
      throw StackAuthFailure.text(403, "The access token is not valid for this project");
    }
    return claims;
  }

  /** Without {@code Secure} on plain HTTP, as on the vendor's own development servers. */
  private static String cookie(StackAuthProject project, OneTimeCode<OAuthFlow> flow) {
    String expires =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            project.now().plusSeconds(OAuthFlow.cookieSeconds()).atZone(ZoneOffset.UTC));
    boolean https = "https".equals(project.context().publicUrl().getScheme());
    return "%s=true; Path=/; Expires=%s; Max-Age=%d;%s HttpOnly"
        .formatted(
            OAuthFlow.cookie(flow), expires, OAuthFlow.cookieSeconds(), https ? " Secure;" : "");
  }
}
