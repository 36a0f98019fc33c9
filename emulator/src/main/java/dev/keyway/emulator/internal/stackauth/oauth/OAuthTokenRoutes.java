package dev.keyway.emulator.internal.stackauth.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stackauth.protocol.AccessTokens;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.protocol.Urls;
import dev.keyway.emulator.internal.stackauth.rules.SignIns;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthSession;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.OneTimeCode;
import jakarta.inject.Inject;
import java.util.Optional;

/** {@code /auth/oauth/token}: one route, one method per grant. */
public final class OAuthTokenRoutes implements RouteArea<StackAuthRouteBook> {
  /** What the service says, whatever the access token's own lifetime is. */
  private static final int CLAIMED_LIFE_SECONDS = 3600;

  static final String ONLY_SCOPE = "legacy";

  private static final Field<String> GRANT_TYPE =
      Field.choice("grant_type", "refresh_token", "authorization_code");
  private static final Field<String> REFRESH_TOKEN = Field.text("refresh_token");
  private static final Field<String> CODE = Field.text("code");
  private static final Field<String> REDIRECT_URI = Field.text("redirect_uri");
  private static final Field<String> CODE_VERIFIER = Field.text("code_verifier");
  private static final Field<String> SCOPE = Field.text("scope");

  private final AccessTokens tokens;
  private final SignIns signIns;

  @Inject
  OAuthTokenRoutes(AccessTokens tokens, SignIns signIns) {
    this.tokens = tokens;
    this.signIns = signIns;
  }

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.oauth.token")
        .open()
        .takes(
            ObjectType.of(
                    GRANT_TYPE.required(),
                    OAuthClients.ID,
                    OAuthClients.SECRET,
                    REFRESH_TOKEN,
                    CODE,
                    REDIRECT_URI,
                    CODE_VERIFIER,
                    SCOPE)
                .ignoringUnknown())
        .fails(
            KnownError.REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED,
            KnownError.MULTI_FACTOR_AUTHENTICATION_REQUIRED,
            KnownError.INVALID_OAUTH_CLIENT_ID_OR_SECRET,
            KnownError.INVALID_AUTHORIZATION_CODE)
        .breaksOn("a refresh with another scope")
        .answers(this::grant);
  }

  private Response grant(StackAuthCall call) {
    return switch (call.get(GRANT_TYPE)) {
      case "refresh_token" -> refresh(call, OAuthClients.authenticated(call));
      default -> exchange(call, OAuthClients.authenticated(call));
    };
  }

  private Response exchange(StackAuthCall call, StackAuthProject project) {
    Optional<String> sent = call.find(CODE);
    if (sent.isEmpty()) {
      return invalidRequest("Missing parameter: `code`");
    }
    OneTimeCode<OAuthCodes.SignedIn> code =
        OAuthCodes.find(project, sent.get(), call.find(CODE_VERIFIER));
    StackAuthUser user = OAuthCodes.spend(project, code);
    // From here on the code is gone, whatever comes of the rest.
    Optional<String> redirectUri = call.find(REDIRECT_URI);
    if (redirectUri.flatMap(Urls::absolute).isEmpty()) {
      return invalidRequest("`redirect_uri` is missing or no URI");
    }
    if (!redirectUri.get().equals(code.facts().redirectUri())) {
      throw StackAuthFailure.text(
              400,
              "Invalid redirect URI. Your redirect URI must be the same as the one used to get the"
                  + " authorization code.")
          .meaning("OAUTH_CODE_REFUSED");
    }
    // The session comes before the second factor is asked for, and stays behind when it is.
    StackAuthSession session = session(project, code.facts(), user);
    signIns.requireNoSecondFactor(project, user, false);
    boolean isNew = code.facts().isNew();
    return uncached(
        StackAuthResponses.ok(
            tokens(tokens.issue(project, user, session), code.facts().afterCallback())
                .put("refresh_token", session.token())
                .put("is_new_user", isNew)
                .put("newUser", isNew)));
  }

  /** The session that was handed on, or a new one. */
  private StackAuthSession session(
      StackAuthProject project, OAuthCodes.SignedIn facts, StackAuthUser user) {
    return facts.sessionId().isEmpty()
        ? signIns.newSession(project, user, SignIns.SESSION_LIFE, false)
        : project
            .sessions()
            .byId(facts.sessionId().get())
            .filter(handed -> handed.livesAt(project.now()))
            .orElseThrow(
                () ->
                    KnownError.INVALID_AUTHORIZATION_CODE
                        .failure()
                        .because("The session that the code hands on has ended."));
  }

  private Response refresh(StackAuthCall call, StackAuthProject project) {
    Optional<String> refreshToken = call.find(REFRESH_TOKEN);
    if (refreshToken.isEmpty()) {
      return invalidRequest("Missing parameter: `refresh_token`");
    }
    String accessToken = tokens.refreshed(project, refreshToken.get());
    if (call.find(SCOPE).filter(scope -> !scope.equals(ONLY_SCOPE)).isPresent()) {
      throw StackAuthFailure.uncaught("A refresh cannot change the scope.");
    }
    return uncached(StackAuthResponses.ok(tokens(accessToken, Optional.empty())));
  }

  private static ObjectNode tokens(String accessToken, Optional<String> afterCallback) {
    return Json.object()
        .put("access_token", accessToken)
        .put("token_type", "Bearer")
        .put("expires_in", CLAIMED_LIFE_SECONDS)
        .put("scope", ONLY_SCOPE)
        .put("after_callback_redirect_url", afterCallback.orElse(null))
        .put("afterCallbackRedirectUrl", afterCallback.orElse(null));
  }

  /** The one error that comes in the standard's form instead of the vendor's. */
  static Response invalidRequest(String description) {
    return StackAuthResponses.ok(
            Json.object().put("error", "invalid_request").put("error_description", description))
        .withStatus(400);
  }

  static Response uncached(Response response) {
    return response.withHeader("cache-control", "no-store").withHeader("pragma", "no-cache");
  }
}
