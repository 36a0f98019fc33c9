package dev.keyway;

import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;

/** OAuth with the checks that are the same for every provider. */
final class GuardedOAuth implements OAuth {

  private final CallPipeline pipeline;
  private final Supplier<OAuth> area;

  GuardedOAuth(CallPipeline pipeline, Supplier<OAuth> area) {
    this.pipeline = pipeline;
    this.area = area;
  }

  @Override
  public OAuthAuthorization authorize(
      OAuthProviderId provider, URI callback, OAuthOptions options) {
    Arguments.notNull(provider, "provider");
    Arguments.sealable(callback, "callback");
    Arguments.notNull(options, "options");
    return pipeline
        .call("oauth.authorize", options)
        .needs(Capability.OAUTH)
        .get(() -> area.get().authorize(provider, callback, options));
  }

  @Override
  public OAuthSignIn exchange(URI callback, ChallengeHandle handle, SignInOptions options) {
    Arguments.absolute(callback, "callback");
    Arguments.notNull(handle, "handle");
    Arguments.withoutDevice(options);
    return pipeline
        .call("oauth.exchange", options)
        .needs(Capability.OAUTH)
        .get(() -> area.get().exchange(callback, handle, options));
  }

  @Override
  public OAuthTokens accessToken(
      UserId user, OAuthProviderId provider, Set<String> scopes, CallOptions options) {
    Arguments.notNull(user, "user");
    Arguments.notNull(provider, "provider");
    Set<String> wanted = Arguments.scopes(scopes);
    Arguments.notNull(options, "options");
    return pipeline
        .call("oauth.accessToken", options)
        .needs(Capability.OAUTH_STORED_TOKENS)
        .get(() -> area.get().accessToken(user, provider, wanted, options));
  }
}
