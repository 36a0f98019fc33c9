package dev.keyway.providers.stackauth;

import dev.keyway.AccessToken;
import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.OAuth;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthOptions;
import dev.keyway.OAuthProviderId;
import dev.keyway.OAuthSignIn;
import dev.keyway.OAuthTokens;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.SignInResult.SignedIn;
import dev.keyway.UserId;
import dev.keyway.providers.flow.Pkce;
import dev.keyway.providers.flow.RandomText;
import dev.keyway.providers.flow.UriQuery;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.handle.OpenedHandle;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.rules.Renewals;
import dev.keyway.providers.stackauth.rules.Uuids;
import dev.keyway.providers.stackauth.wire.OAuthApi;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Identity providers by {@code auth/oauth}, with state and PKCE always. */
final class StackAuthOAuth implements OAuth {

  private static final String KIND = "oauth";
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  /** Stands for the publishable client key where the project does not demand one. */
  private static final String NO_CLIENT_KEY = "__stack_public_client__";

  private final StackAuthSettings settings;
  private final Transport transport;
  private final OAuthApi api;
  private final Renewals renewals;
  private final AccessTokens accessTokens;
  private final SignIns signIns;
  private final Handles handles;
  private final Clock clock;
  private final SecureRandom random;

  @Inject
  StackAuthOAuth(
      ProviderContext context,
      StackAuthSettings settings,
      Transport transport,
      OAuthApi api,
      Renewals renewals,
      AccessTokens accessTokens,
      SignIns signIns,
      Handles handles) {
    this.settings = settings;
    this.transport = transport;
    this.api = api;
    this.renewals = renewals;
    this.accessTokens = accessTokens;
    this.signIns = signIns;
    this.handles = handles;
    this.clock = context.clock();
    this.random = context.random();
  }

  @Override
  public OAuthAuthorization authorize(
      OAuthProviderId provider, URI callback, OAuthOptions options) {
    if (!options.parameters().isEmpty()) {
      throw AuthException.of(
          ErrorCode.UNSUPPORTED,
          "The provider stack-auth does not support parameters for the identity provider");
    }
    URI redirect = withoutFragment(callback);
    String state = RandomText.next(random);
    Pkce pkce = Pkce.next(random);
    Map<String, String> sealed = new TreeMap<>();
    sealed.put("provider", provider.value());
    sealed.put("redirect", redirect.toString());
    sealed.put("state", state);
    sealed.put("verifier", pkce.verifier());

    // There is no parameter for the login hint: it is a wish, and goes unheard.
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", settings.projectId());
    query.put("client_secret", clientSecret());
    query.put("redirect_uri", redirect.toString());
    query.put("scope", "legacy");
    query.put("state", state);
    query.put("grant_type", "authorization_code");
    query.put("code_challenge", pkce.challenge());
    query.put("code_challenge_method", "S256");
    query.put("response_type", "code");
    if (!options.scopes().isEmpty()) {
      query.put("provider_scope", String.join(" ", new TreeSet<>(options.scopes())));
    }
    if (options.linkTo().isPresent()) {
      SessionTokens given = options.linkTo().get();
      transport.run(
          options,
          () -> {
            AccessToken access = renewals.renew(given.renewal()).access();
            sealed.put("user", accessTokens.read(access).userId().value());
            query.put("type", "link");
            query.put("token", access.reveal());
          });
    }
    Instant expiresAt = clock.instant().plus(LIFETIME);
    return new OAuthAuthorization(
        UriQuery.append(authorizeUrl(provider), query),
        handles.seal(KIND, expiresAt, sealed),
        expiresAt);
  }

  @Override
  public OAuthSignIn exchange(URI callback, ChallengeHandle handle, SignInOptions options) {
    OpenedHandle flow = handles.open(handle, KIND);
    URI redirect = URI.create(flow.get("redirect"));
    String code = OAuthCallback.code(callback, redirect, flow.get("state"));
    OAuthApi.Exchange body =
        new OAuthApi.Exchange(
            "authorization_code",
            settings.projectId(),
            Secret.of(clientSecret()),
            Secret.of(code),
            redirect,
            Secret.of(flow.get("verifier")));
    SignInResult result =
        transport.call(
            options, () -> signIns.complete(() -> api.exchange(body), AccountOutcome.UNKNOWN));
    requireLinkedUser(result, flow.find("user"));
    return new OAuthSignIn(result, OAuthProviderId.of(flow.get("provider")), Optional.empty());
  }

  private static void requireLinkedUser(SignInResult result, Optional<String> linked) {
    if (linked.isPresent()
        && result instanceof SignedIn in
        && !in.user().id().value().equals(linked.get())) {
      throw AuthException.of(
          ErrorCode.INVALID_RESPONSE, "stack-auth linked the identity to another user");
    }
  }

  @Override
  public OAuthTokens accessToken(
      UserId user, OAuthProviderId provider, Set<String> scopes, CallOptions options) {
    if (!Uuids.isUuid(user.value())) {
      throw AuthException.of(
          ErrorCode.IDENTITY_NOT_CONNECTED, "No user of stack-auth has such an id");
    }
    OAuthApi.Scope scope =
        new OAuthApi.Scope(scopes.isEmpty() ? null : String.join(" ", new TreeSet<>(scopes)));
    return transport.call(
        options,
        () ->
            new OAuthTokens(
                api.accessToken(user.value(), provider.value(), scope).accessToken(),
                Optional.empty(),
                Optional.empty(),
                scopes,
                Optional.empty()));
  }

  private URI authorizeUrl(OAuthProviderId provider) {
    return URI.create(settings.baseUrl() + "/api/v1/auth/oauth/authorize/" + provider.value());
  }

  private String clientSecret() {
    return settings.clientKey().orElse(NO_CLIENT_KEY);
  }

  /** The server drops it, and compares what is left at the exchange. */
  private static URI withoutFragment(URI callback) {
    String text = callback.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? callback : URI.create(text.substring(0, hash));
  }
}
