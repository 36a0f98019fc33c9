package dev.keyway.providers.stytch;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.OAuth;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthOptions;
import dev.keyway.OAuthProviderId;
import dev.keyway.OAuthSignIn;
import dev.keyway.OAuthTokens;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.providers.flow.CallbackParameters;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stytch.rules.CustomClaims;
import dev.keyway.providers.stytch.rules.SealedSession;
import dev.keyway.providers.stytch.rules.SessionMinutes;
import dev.keyway.providers.stytch.rules.SignIns;
import dev.keyway.providers.stytch.wire.OAuthApi;
import dev.keyway.providers.stytch.wire.SessionApi;
import dev.keyway.providers.stytch.wire.Times;
import dev.keyway.providers.stytch.wire.WireSignIn;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link OAuth} by Stytch. */
final class StytchOAuth implements OAuth {

  private static final String KIND = "oauth";
  private static final Duration FLOW = Duration.ofMinutes(15);

  private final Transport transport;
  private final OAuthApi api;
  private final SessionApi sessions;
  private final SignIns signIns;
  private final SessionMinutes minutes;
  private final Handles handles;
  private final OAuthStart start;
  private final ProviderContext context;

  @Inject
  StytchOAuth(
      Transport transport,
      OAuthApi api,
      SessionApi sessions,
      SignIns signIns,
      SessionMinutes minutes,
      Handles handles,
      OAuthStart start,
      ProviderContext context) {
    this.transport = transport;
    this.api = api;
    this.sessions = sessions;
    this.signIns = signIns;
    this.minutes = minutes;
    this.handles = handles;
    this.start = start;
    this.context = context;
  }

  @Override
  public OAuthAuthorization authorize(
      OAuthProviderId provider, URI callback, OAuthOptions options) {
    String publicToken = start.publicToken(context.config());
    Optional<RenewalToken> linkTo = SealedSession.of(options.linkTo(), "linkTo");
    return transport.call(
        options,
        () -> {
          Optional<OAuthFlow.Link> link = linkTo.map(this::link);
          Optional<Secret> attachToken = link.map(to -> attach(provider, to));
          OAuthFlow flow = OAuthFlow.next(provider, callback, link, context.random());
          Instant expiresAt = context.clock().instant().plus(FLOW);
          return new OAuthAuthorization(
              start.location(publicToken, flow, attachToken, options),
              handles.seal(KIND, expiresAt, flow.fields()),
              expiresAt);
        });
  }

  private OAuthFlow.Link link(RenewalToken session) {
    WireSignIn alive = sessions.authenticate(new SessionApi.Authenticate(session));
    return new OAuthFlow.Link(alive.tokens().renewal(), alive.user().userId());
  }

  private Secret attach(OAuthProviderId provider, OAuthFlow.Link link) {
    return api.attach(new OAuthApi.Attach(provider.value(), link.session())).oauthAttachToken();
  }

  @Override
  public OAuthSignIn exchange(URI callback, ChallengeHandle handle, SignInOptions options) {
    int lasting = minutes.of(options.sessionDuration());
    OAuthFlow flow = OAuthFlow.of(handles.open(handle, KIND));
    CallbackParameters parameters = CallbackParameters.of(callback, flow.callback());
    AccountOutcome account = flow.account(parameters.required(OAuthStart.STATE));
    refuseError(parameters);
    Secret token = Callbacks.token(parameters, Set.of("oauth"));
    OAuthApi.Authenticate body =
        new OAuthApi.Authenticate(
            token,
            Secret.of(flow.pkce().verifier()),
            flow.link().map(OAuthFlow.Link::session).orElse(null),
            flow.link().isPresent() ? null : lasting,
            CustomClaims.of(options.sessionClaims()));
    return transport.call(options, () -> finish(flow, account, lasting, body));
  }

  private OAuthSignIn finish(
      OAuthFlow flow, AccountOutcome account, int lasting, OAuthApi.Authenticate body) {
    OAuthApi.SignedIn answer = api.authenticate(body);
    SignInResult result;
    if (flow.link().isPresent()) {
      try {
        result = signIns.added(answer.signIn(), flow.link().get().userId());
      } catch (AuthException e) {
        throw e.code() == ErrorCode.CHALLENGE_INVALID ? linkedElsewhere() : e;
      }
    } else {
      result = signIns.afterFirstFactor(answer.signIn(), account, lasting);
    }
    // The identity provider's tokens open its doors: they wait for the second factor too.
    Optional<OAuthTokens> tokens =
        result instanceof SignInResult.SignedIn
            ? tokens(answer.providerValues())
            : Optional.empty();
    return new OAuthSignIn(result, flow.provider(), tokens);
  }

  /** OAuth 2.0 (RFC 6749, section 4.1.2.1), for what Stytch hands on of the identity provider. */
  private static void refuseError(CallbackParameters parameters) {
    Optional<String> error = parameters.optional("error");
    if (error.isPresent()) {
      boolean denied = error.get().equals("access_denied");
      throw AuthException.of(
          denied ? ErrorCode.OAUTH_DENIED : ErrorCode.OAUTH_PROVIDER_FAILED,
          denied
              ? "The person declined at the identity provider"
              : "The identity provider answered with an error");
    }
  }

  private static AuthException linkedElsewhere() {
    return AuthException.of(
        ErrorCode.IDENTITY_LINKED_ELSEWHERE,
        "The identity at the OAuth provider belongs to another account");
  }

  private static Optional<OAuthTokens> tokens(OAuthApi.@Nullable ProviderValues values) {
    if (values == null) {
      return Optional.empty();
    }
    Instant expiresAt = Times.read(values.expiresAt());
    return secret(values.accessToken())
        .map(
            access ->
                new OAuthTokens(
                    access,
                    secret(values.refreshToken()),
                    secret(values.idToken()),
                    values.scopes() == null ? Set.of() : Set.copyOf(values.scopes()),
                    Optional.ofNullable(expiresAt)));
  }

  private static Optional<Secret> secret(@Nullable String text) {
    return text == null || text.isBlank() ? Optional.empty() : Optional.of(Secret.of(text));
  }
}
