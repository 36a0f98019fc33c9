package dev.keyway.providers.stackauth.server;

import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.UserId;
import java.util.List;
import java.util.Set;

/**
 * Users' accounts at identity providers, several at one provider too. For the token of whichever
 * account there is, {@link dev.keyway.OAuth#accessToken} is enough.
 *
 * @see StackAuthServer#connectedAccounts()
 * @see <a href="https://docs.stack-auth.com/api/overview">Stack Auth's API</a>, {@code
 *     connected-accounts}
 */
public interface ConnectedAccounts {

  /**
   * The accounts whose tokens can be had; none for a user who is not there.
   *
   * @param user whose
   * @param options the timeout
   */
  List<ConnectedAccount> list(UserId user, CallOptions options);

  /**
   * A token that opens the identity provider's own API, renewed there if need be.
   *
   * <p>Fails with {@link ErrorCode#IDENTITY_NOT_CONNECTED} where the user has no such account, or
   * not with these scopes; with {@link ErrorCode#PERMISSION_DENIED} for the shared keys of
   * development; with {@link ErrorCode#OAUTH_PROVIDER_NOT_ENABLED}.
   *
   * @param user whose
   * @param account which of them
   * @param scopes what the token must allow; none for whatever it does
   * @param options the timeout
   */
  Secret accessToken(
      UserId user, ConnectedAccount account, Set<String> scopes, CallOptions options);
}
