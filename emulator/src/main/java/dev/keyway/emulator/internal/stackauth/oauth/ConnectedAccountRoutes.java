package dev.keyway.emulator.internal.stackauth.oauth;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.state.OAuthAccount;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /connected-accounts}: social accounts as a way to the providers' own APIs. */
public final class ConnectedAccountRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> SCOPE = Field.text("scope");

  @Inject
  ConnectedAccountRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.connected-account.list")
        .asks()
        .fails(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER)
        .answers(this::list);
    book.on("stackauth.connected-account.access-token")
        .asks()
        .takes(SCOPE)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED,
            KnownError.OAUTH_CONNECTION_NOT_CONNECTED_TO_USER,
            KnownError.OAUTH_CONNECTION_DOES_NOT_HAVE_REQUIRED_SCOPE,
            KnownError.OAUTH_ACCESS_TOKEN_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS)
        .breaksOn("a user id that is nobody's")
        .answers(call -> token(call, call.path("user_id"), Optional.empty()));
    book.on("stackauth.connected-account.access-token-of-account")
        .asks()
        .takes(SCOPE)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED,
            KnownError.OAUTH_CONNECTION_NOT_CONNECTED_TO_USER,
            KnownError.OAUTH_CONNECTION_DOES_NOT_HAVE_REQUIRED_SCOPE,
            KnownError.OAUTH_ACCESS_TOKEN_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS)
        .breaksOn("a user id that is nobody's")
        .answers(
            call ->
                token(call, call.path("user_id"), Optional.of(call.path("provider_account_id"))));
    book.on("stackauth.connected-account.access-token-legacy")
        .takes(SCOPE)
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED,
            KnownError.OAUTH_CONNECTION_NOT_CONNECTED_TO_USER,
            KnownError.OAUTH_CONNECTION_DOES_NOT_HAVE_REQUIRED_SCOPE,
            KnownError.OAUTH_ACCESS_TOKEN_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS)
        .breaksOn("a user id that is nobody's")
        .answers(this::legacyToken);
  }

  private Response list(StackAuthCall call) {
    String userId =
        own(
            call,
            call.path("user_id"),
            "Client can only list connected accounts for their own user.");
    return StackAuthResponses.list(
        accounts(call.project(), userId).stream()
            .map(
                account ->
                    Json.object()
                        .put("user_id", userId)
                        .put("provider", account.providerId())
                        .put("provider_account_id", account.accountId()))
            .toList());
  }

  private Response token(StackAuthCall call, String named, Optional<String> accountId) {
    StackAuthProject project = call.project();
    String userId = own(call, named, "Client can only access its own connected accounts");
    String provider = SocialProviders.require(project, call.path("provider_id"));
    if (SocialProviders.shared(project, provider)) {
      throw KnownError.OAUTH_ACCESS_TOKEN_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS.failure();
    }
    if (project.users().byId(userId).isEmpty()) {
      // Inferred: the service looks further without having asked whether there is such a user.
      throw StackAuthFailure.uncaught("There is no such user.");
    }
    List<OAuthAccount> accounts =
        accounts(project, userId).stream()
            .filter(account -> account.providerId().equals(provider))
            .filter(account -> accountId.map(account.accountId()::equals).orElse(true))
            .toList();
    Set<String> scopes = new HashSet<>(SocialProviders.scopes(call.find(SCOPE).orElse("")));
    return StackAuthResponses.created(
        Json.object().put("access_token", ConnectedTokens.find(project, userId, accounts, scopes)));
  }

  /** The older route hands the response of the newer one on, but not its error header. */
  private Response legacyToken(StackAuthCall call) {
    try {
      return token(call, "me", Optional.empty());
    } catch (StackAuthFailure failure) {
      return failure.response(call.headers()).withoutHeader(call.headers().nameOf("known-error"));
    }
  }

  private static List<OAuthAccount> accounts(StackAuthProject project, String userId) {
    return project.users().byId(userId).stream()
        .flatMap(user -> user.oauthAccounts.stream())
        .filter(OAuthAccount::allowConnectedAccounts)
        .toList();
  }

  /** The user id that a path names, if the caller may ask about that user. */
  private static String own(StackAuthCall call, String named, String refusal) {
    String userId = call.userId(named);
    if (call.fromClient() && call.user().filter(user -> user.id().equals(userId)).isEmpty()) {
      throw StackAuthFailure.text(403, refusal).meaning("PERMISSION_DENIED");
    }
    return userId;
  }
}
