package dev.keyway.emulator.stackauth;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Json;
import jakarta.inject.Inject;
import java.util.Optional;

/** {@code /auth/oauth/token}: one route, one method per grant. */
final class OAuthTokenRoutes implements StackRoutes {
  /** What the service says, whatever the access token's own lifetime is. */
  private static final int CLAIMED_LIFE_SECONDS = 3600;

  private static final String ONLY_SCOPE = "legacy";

  private final AccessTokens tokens;

  @Inject
  OAuthTokenRoutes(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void addTo(StackRouteTable routes) {
    routes
        .post("/auth/oauth/token", "stackauth.oauth.token")
        .open()
        .body(
            Schema.object()
                .required("grant_type", Rules.string().oneOf("refresh_token", "authorization_code"))
                .optional("client_id", Rules.string())
                .optional("client_secret", Rules.string())
                .optional("refresh_token", Rules.string())
                .optional("code", Rules.string())
                .optional("redirect_uri", Rules.string())
                .optional("code_verifier", Rules.string())
                .optional("scope", Rules.string())
                .ignoringUnknown())
        .answers(this::grant);
  }

  private Answer grant(StackCall call) {
    return switch (call.text("grant_type")) {
      case "refresh_token" -> refresh(call, authenticatedClient(call));
      default ->
          throw StackFailure.text(
              501,
              "This emulator does not have stackauth.oauth.token with an authorization code yet.");
    };
  }

  private Answer refresh(StackCall call, StackAuthProject project) {
    Optional<String> refreshToken = call.optionalText("refresh_token");
    if (refreshToken.isEmpty()) {
      return invalidRequest("Missing parameter: `refresh_token`");
    }
    String accessToken = SessionRoutes.refreshed(tokens, project, refreshToken.get());
    if (call.optionalText("scope").filter(scope -> !scope.equals(ONLY_SCOPE)).isPresent()) {
      throw new IllegalStateException("A refresh cannot change the scope");
    }
    ObjectNode answer =
        Json.object()
            .put("access_token", accessToken)
            .put("token_type", "Bearer")
            .put("expires_in", CLAIMED_LIFE_SECONDS)
            .put("scope", ONLY_SCOPE)
            .putNull("after_callback_redirect_url")
            .putNull("afterCallbackRedirectUrl");
    return uncached(StackAnswers.ok(answer));
  }

  /** The project that the client id names and the client secret opens. */
  static StackAuthProject authenticatedClient(StackCall call) {
    String clientId = call.optionalText("client_id").orElse("").split("#", 2)[0];
    StackAuthProject project =
        call.namedProject()
            .filter(named -> named.id().equals(clientId))
            .orElseThrow(OAuthTokenRoutes::wrongClient);
    String secret = call.optionalText("client_secret").orElseThrow(OAuthTokenRoutes::wrongClient);
    if (secret.equals(Authenticator.NO_KEY)) {
      if (project.settings().requirePublishableClientKey()) {
        throw KnownError.PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT.failure(
            "project_id", project.id());
      }
    } else if (!Authenticator.same(secret, project.publishableClientKey())) {
      throw wrongClient();
    }
    return project;
  }

  private static StackFailure wrongClient() {
    ObjectNode details = Json.object();
    details.set("client_id", NullNode.getInstance());
    return KnownError.INVALID_OAUTH_CLIENT_ID_OR_SECRET.failure(details);
  }

  /** The one error that comes in the standard's form instead of the vendor's. */
  static Answer invalidRequest(String description) {
    return StackAnswers.ok(
            Json.object().put("error", "invalid_request").put("error_description", description))
        .withStatus(400);
  }

  static Answer uncached(Answer answer) {
    return answer.withHeader("cache-control", "no-store").withHeader("pragma", "no-cache");
  }
}
