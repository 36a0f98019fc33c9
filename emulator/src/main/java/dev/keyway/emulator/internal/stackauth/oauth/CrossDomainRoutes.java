package dev.keyway.emulator.internal.stackauth.oauth;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Length;
import dev.keyway.emulator.internal.stackauth.protocol.Authenticator;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.protocol.Urls;
import dev.keyway.emulator.internal.stackauth.rules.RedirectRules;
import dev.keyway.emulator.internal.stackauth.state.AccessTokenClaims;
import dev.keyway.emulator.internal.stackauth.state.OAuthFlow.CodeChallenge;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthSession;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /auth/oauth/cross-domain/authorize}: hands a session to another trusted domain. */
public final class CrossDomainRoutes implements RouteArea<StackAuthRouteBook> {
  private static final int LONGEST_STATE = 512;

  private static final Field<String> REDIRECT_URI = Fields.url("redirect_uri");
  private static final Field<String> STATE = Field.text("state").that(new Length(1, LONGEST_STATE));
  private static final Field<String> CHALLENGE =
      Field.text("code_challenge").matching(Pattern.compile("^[A-Za-z0-9._~-]{43,128}$"));
  private static final Field<String> METHOD = Field.choice("code_challenge_method", "S256");
  private static final Field<String> AFTER_CALLBACK = Fields.url("after_callback_redirect_url");

  @Inject
  CrossDomainRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.oauth.cross-domain-authorize")
        .takes(
            REDIRECT_URI.required(), STATE.required(), CHALLENGE.required(), METHOD, AFTER_CALLBACK)
        .fails(
            KnownError.USER_AUTHENTICATION_REQUIRED,
            KnownError.INVALID_OAUTH_CLIENT_ID_OR_SECRET,
            KnownError.PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT,
            KnownError.REDIRECT_URL_NOT_WHITELISTED)
        .answers(this::authorize);
  }

  private Response authorize(StackAuthCall call) {
    StackAuthProject project = call.project();
    StackAuthUser user = call.user().orElseThrow(KnownError.USER_AUTHENTICATION_REQUIRED::failure);
    StackAuthSession session = session(call, user);
    OAuthClients.requireOpen(
        project, call.headers().get("publishable-client-key").orElse(Authenticator.NO_KEY));
    String redirectUri = call.get(REDIRECT_URI);
    Optional<String> after = call.find(AFTER_CALLBACK);
    requireTrusted(project, redirectUri);
    after.ifPresent(url -> requireTrusted(project, url));
    String code =
        OAuthCodes.issue(
            project,
            new OAuthCodes.SignedIn(
                user.id(),
                false,
                redirectUri,
                after,
                new CodeChallenge(call.get(CHALLENGE), "S256"),
                Optional.of(session.id())));
    String target = Urls.withParameter(redirectUri, "code", code).toString();
    return StackAuthResponses.ok(
        Json.object()
            .put("redirect_url", Urls.withParameter(target, "state", call.get(STATE)).toString()));
  }

  /** The session of the access token, which the refresh token must be of too. */
  private static StackAuthSession session(StackAuthCall call, StackAuthUser user) {
    String token =
        call.headers()
            .get("refresh-token")
            .filter(sent -> !sent.isEmpty())
            .orElseThrow(
                () ->
                    StackAuthFailure.text(
                        400,
                        "Cross-domain auth handoff requires passing the current refresh token."));
    StackAuthProject project = call.project();
    return project
        .sessions()
        .byToken(token)
        .filter(found -> found.userId().equals(user.id()))
        .filter(
            found -> call.token().map(AccessTokenClaims::sessionId).equals(Optional.of(found.id())))
        .filter(found -> found.livesAt(project.now()))
        .orElseThrow(
            () ->
                StackAuthFailure.text(
                    401, "The refresh token is not that of the session of the access token."));
  }

  private static void requireTrusted(StackAuthProject project, String url) {
    if (!RedirectRules.trustedForOAuth(project.settings(), url)) {
      throw KnownError.REDIRECT_URL_NOT_WHITELISTED.failure();
    }
  }
}
