package dev.keyway;

import java.net.URI;
import java.util.Set;

/**
 * Signing in at an identity provider, such as Google or GitHub. State and PKCE are always used.
 *
 * @see AuthClient#oauth()
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749, section 4.1</a>: the
 *     code flow
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636</a>: PKCE
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700">RFC 9700</a>: current practice
 */
public interface OAuth {

  /**
   * Prepares the redirect to the identity provider. Most providers need no call for it: what they
   * refuse shows in the browser or at {@link #exchange}.
   *
   * <p>Providers: make a new state and, where the vendor takes one, a new PKCE verifier with {@code
   * S256}; seal both into the handle, with the identity provider and the callback's address. Send
   * nothing unless the vendor needs it.
   *
   * <p>Needs {@link Capability#OAUTH}.
   *
   * @param provider the identity provider
   * @param callback where the browser comes back to; must be on the project's list and at most 2000
   *     characters long, as it is sent (percent-encoded)
   * @param options what else
   * @return where to send the browser, and the handle to keep there
   */
  default OAuthAuthorization authorize(
      OAuthProviderId provider, URI callback, OAuthOptions options) {
    throw AuthException.unsupported("oauth.authorize");
  }

  /** {@link #authorize(OAuthProviderId, URI, OAuthOptions)} with nothing set. */
  default OAuthAuthorization authorize(OAuthProviderId provider, URI callback) {
    return authorize(provider, callback, OAuthOptions.defaults());
  }

  /**
   * Finishes the flow with the URI that the browser came back to.
   *
   * <p>Fails with {@link ErrorCode#OAUTH_DENIED}, {@link ErrorCode#OAUTH_PROVIDER_FAILED}, {@link
   * ErrorCode#OAUTH_PROVIDER_NOT_ENABLED}, {@link ErrorCode#STATE_MISMATCH}, {@link
   * ErrorCode#CALLBACK_INVALID}, {@link ErrorCode#CHALLENGE_INVALID} or {@link
   * ErrorCode#CHALLENGE_EXPIRED} before anything is sent, as far as the URI tells; with {@link
   * ErrorCode#OAUTH_CODE_REFUSED} for an unknown, expired or used code; with {@link
   * ErrorCode#IDENTITY_LINKED_ELSEWHERE}, {@link ErrorCode#ACCOUNT_ALREADY_EXISTS}, {@link
   * ErrorCode#SIGN_UP_DISABLED}. Never repeated by the library.
   *
   * <p>Providers: compare the state in constant time, and the callback's host and path with those
   * sealed; repeat of an error in the callback nothing but names that you know. Send the code once.
   *
   * <p>Needs {@link Capability#OAUTH}.
   *
   * @param callback the whole URI that the browser came back to, parameters and all
   * @param handle of {@link #authorize}
   * @param options what else
   * @return the sign-in, with the identity provider's tokens where they are given
   */
  default OAuthSignIn exchange(URI callback, ChallengeHandle handle, SignInOptions options) {
    throw AuthException.unsupported("oauth.exchange");
  }

  /** {@link #exchange(URI, ChallengeHandle, SignInOptions)} with nothing set. */
  default OAuthSignIn exchange(URI callback, ChallengeHandle handle) {
    return exchange(callback, handle, SignInOptions.defaults());
  }

  /**
   * The identity provider's access token of a connected user, renewed if need be.
   *
   * <p>Fails with {@link ErrorCode#IDENTITY_NOT_CONNECTED} when the user never connected the
   * provider or not with these scopes.
   *
   * <p>Providers: {@link ErrorCode#IDENTITY_NOT_CONNECTED} where the vendor has no token with all
   * the scopes.
   *
   * <p>Needs {@link Capability#OAUTH_STORED_TOKENS}.
   *
   * @param user whose
   * @param provider the identity provider
   * @param scopes what the token must be good for; may be empty
   * @param options what else
   * @return the token
   */
  default OAuthTokens accessToken(
      UserId user, OAuthProviderId provider, Set<String> scopes, CallOptions options) {
    throw AuthException.unsupported("oauth.accessToken");
  }

  /** {@link #accessToken(UserId, OAuthProviderId, Set, CallOptions)} with nothing set. */
  default OAuthTokens accessToken(UserId user, OAuthProviderId provider, Set<String> scopes) {
    return accessToken(user, provider, scopes, CallOptions.defaults());
  }
}
