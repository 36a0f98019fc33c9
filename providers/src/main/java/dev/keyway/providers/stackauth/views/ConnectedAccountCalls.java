package dev.keyway.providers.stackauth.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.OAuthProviderId;
import dev.keyway.Secret;
import dev.keyway.UserId;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stackauth.rules.Uuids;
import dev.keyway.providers.stackauth.server.ConnectedAccount;
import dev.keyway.providers.stackauth.server.ConnectedAccounts;
import dev.keyway.providers.stackauth.wire.ConnectedAccountApi;
import java.util.List;
import java.util.Set;

/** {@link ConnectedAccounts} by the routes of that name. */
final class ConnectedAccountCalls implements ConnectedAccounts {

  private final ViewCalls calls;
  private final ConnectedAccountApi api;

  ConnectedAccountCalls(ViewCalls calls, ConnectedAccountApi api) {
    this.calls = calls;
    this.api = api;
  }

  @Override
  public List<ConnectedAccount> list(UserId user, CallOptions options) {
    notNull(user, "user");
    return calls.call(
        "stack-auth.connectedAccounts.list",
        options,
        () ->
            Uuids.isUuid(user.value())
                ? api.list(user.value()).items().stream()
                    .map(account -> account(user, account))
                    .toList()
                : List.of());
  }

  @Override
  public Secret accessToken(
      UserId user, ConnectedAccount account, Set<String> scopes, CallOptions options) {
    notNull(user, "user");
    notNull(account, "account");
    notNull(scopes, "scopes");
    return calls.call(
        "stack-auth.connectedAccounts.accessToken",
        options,
        () -> {
          String id = Ids.user(user);
          if (account.accountId().isBlank() || account.accountId().matches("[.]+")) {
            throw AuthException.of(
                ErrorCode.IDENTITY_NOT_CONNECTED, "No account has an id of this form");
          }
          String scope = scopes.isEmpty() ? null : String.join(" ", scopes);
          return api.accessToken(
                  id,
                  account.provider().value(),
                  account.accountId(),
                  new ConnectedAccountApi.Scope(scope))
              .accessToken();
        });
  }

  private static ConnectedAccount account(UserId user, ConnectedAccountApi.Account wire) {
    Answer.requireAbout(user.value(), wire.userId());
    return Answer.read(
        () -> new ConnectedAccount(OAuthProviderId.of(wire.provider()), wire.providerAccountId()));
  }
}
