package dev.keyway;

import java.util.Optional;

/**
 * The end of an OAuth flow.
 *
 * @param result the sign-in; of the same user as before where an identity was linked
 * @param provider the identity provider
 * @param tokens the identity provider's tokens, where the provider hands them over at sign-in
 *     ({@link Capability#OAUTH_TOKENS_AT_SIGN_IN})
 */
public record OAuthSignIn(
    SignInResult result, OAuthProviderId provider, Optional<OAuthTokens> tokens) {

  /** All are required. */
  public OAuthSignIn {
    Arguments.notNull(result, "result");
    Arguments.notNull(provider, "provider");
    Arguments.notNull(tokens, "tokens");
  }
}
