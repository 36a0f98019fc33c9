package dev.keyway.emulator.internal.stackauth.oauth;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.idp.AuthorizationRequest;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stackauth.protocol.AccessTokens;
import dev.keyway.emulator.internal.stackauth.protocol.Authenticator;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
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
  private static final Field<String> REDIRECT_URI = Fields.url("redirect_uri");
  private static final Field<String> SCOPE = Field.text("scope");
  private static final Field<String> STATE = Field.text("state");
  private static final Field<String> GRANT_TYPE = Field.choice("grant_type", "authorization_code");
  private static final Field<String> CHALLENGE = Field.text("code_challenge");
  private static final Field<String> CHALLENGE_METHOD = Field.text("code_challenge_method");
  private static final Field<String> RESPONSE_TYPE = Field.text("response_type");
  private static final Field<String> TYPE = Field.choice("type", "authenticate", "link");
  private static final Field<String> TOKEN = Field.text("token");
  private static final Field<String> PROVIDER_SCOPE = Field.text("provider_scope");
  private static final Field<String> ERROR_REDIRECT_URI = Fields.url("error_redirect_uri");
  private static final Field<String> ERROR_REDIRECT_URL = Fields.url("error_redirect_url");
  private static final Field<String> AFTER_CALLBACK = Fields.url("after_callback_redirect_url");
  private static final Field<String> RESPONSE_MODE =
      Field.choice("stack_response_mode", "json", "redirect");

  private static final ObjectType QUERY =
      ObjectType.of(
              OAuthClients.ID.required(),
              OAuthClients.SECRET.required(),
              REDIRECT_URI.required(),
              SCOPE.required(),
              STATE.required(),
              GRANT_TYPE.required(),
              CHALLENGE.required(),
              CHALLENGE_METHOD.required(),
              RESPONSE_TYPE.required(),
              TYPE,
              TOKEN,
              PROVIDER_SCOPE,
              ERROR_REDIRECT_URI,
              ERROR_REDIRECT_URL,
              AFTER_CALLBACK,
              RESPONSE_MODE)
          .and(BotChallenge.FIELDS)
          .ignoringUnknown();

  private static final int VERIFIER_BYTES = 32;

  private final AccessTokens tokens;
  private final OutsideProvider outside;

  @Inject
  OAuthAuthorizeRoutes(AccessTokens tokens, OutsideProvider outside) {
    this.tokens = tokens;
    this.outside = outside;
  }

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.oauth.authorize")
        .open()
        .asks(QUERY)
        .fails(
            KnownError.REDIRECT_URL_NOT_WHITELISTED,
            KnownError.INVALID_OAUTH_CLIENT_ID_OR_SECRET,
            KnownError.OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED,
            KnownError.OAUTH_EXTRA_SCOPE_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS,
            KnownError.OAUTH_PROVIDER_TEMPORARILY_UNAVAILABLE)
        .fails(BotChallenge.ERRORS)
        .breaksOn(BotChallenge.BREAKS_ON)
        .answers(this::authorize);
  }

  private Response authorize(StackAuthCall call) {
    StackAuthProject project = OAuthClients.authorizing(call);
    String provider = SocialProviders.require(project, call.path("provider_id"));
    boolean links = call.parameter(TYPE).filter("link"::equals).isPresent();
    Optional<String> token = call.parameter(TOKEN).filter(text -> !text.isEmpty());
    if (links && token.isEmpty()) {
      throw StackAuthFailure.text(400, "?token= query parameter is required for link type");
    }
    Optional<String> after = call.parameter(AFTER_CALLBACK);
    if (after.filter(url -> !RedirectRules.trustedForOAuth(project.settings(), url)).isPresent()) {
      throw KnownError.REDIRECT_URL_NOT_WHITELISTED.failure();
    }
    BotChallenge.check(project, call.parameters());
    List<String> extra = SocialProviders.scopes(call.parameter(PROVIDER_SCOPE).orElse(""));
    if (!extra.isEmpty() && SocialProviders.shared(project, provider)) {
      throw KnownError.OAUTH_EXTRA_SCOPE_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS.failure();
    }
    Optional<String> userId =
        token
            .map(text -> claims(project, text))
            .filter(claims -> links || claims.anonymous())
            .map(AccessTokenClaims::userId);

    boolean json = call.parameter(RESPONSE_MODE).filter("json"::equals).isPresent();
    Optional<OutsideEndpoints> endpoints =
        OutsideProvider.serves(project, provider)
            ? Optional.of(outside.discover(project))
            : Optional.empty();
    Optional<String> verifier =
        endpoints.map(found -> project.context().random().base64Url(VERIFIER_BYTES));
    OneTimeCode<OAuthFlow> flow =
        OAuthFlow.begin(project, flow(call.parameters(), provider, userId, !json, verifier));
    URI target =
        endpoints
            .map(
                found ->
                    OutsideProvider.authorizeUrl(
                        found, project, provider, flow.value(), verifier.orElseThrow()))
            .orElseGet(() -> ownUrl(project, provider, flow.value(), extra));
    return json
        ? StackAuthResponses.ok(Json.object().put("location", target.toString()))
        : Response.empty(307)
            .withLocation(target.toString())
            .withHeader("set-cookie", cookie(project, flow));
  }

  private static URI ownUrl(
      StackAuthProject project, String provider, String state, List<String> extra) {
    return project
        .identityProvider()
        .authorizeUrl(
            new AuthorizationRequest(
                provider,
                project.settings().displayName(),
                SocialProviders.callbackUrl(project, provider),
                state,
                SocialProviders.asked(extra),
                ""));
  }

  private static OAuthFlow flow(
      Values asked,
      String provider,
      Optional<String> userId,
      boolean cookieBound,
      Optional<String> outsideVerifier) {
    return new OAuthFlow(
        provider,
        asked.get(REDIRECT_URI).split("#", 2)[0],
        sent(asked, ERROR_REDIRECT_URI).or(() -> sent(asked, ERROR_REDIRECT_URL)),
        asked.get(STATE),
        asked.get(SCOPE),
        asked.get(RESPONSE_TYPE),
        new OAuthFlow.CodeChallenge(asked.get(CHALLENGE), asked.get(CHALLENGE_METHOD)),
        sent(asked, AFTER_CALLBACK),
        asked.find(TYPE).filter("link"::equals).isPresent(),
        userId,
        cookieBound,
        outsideVerifier);
  }

  private static Optional<String> sent(Values asked, Field<String> field) {
    return asked.find(field).filter(value -> !value.isEmpty());
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
            OAuthFlow.cookie(flow.value()),
            expires,
            OAuthFlow.cookieSeconds(),
            https ? " Secure;" : "");
  }
}
