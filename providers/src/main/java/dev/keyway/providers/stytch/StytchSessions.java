package dev.keyway.providers.stytch;

import dev.keyway.AccessToken;
import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.ExtendOptions;
import dev.keyway.RenewalToken;
import dev.keyway.Session;
import dev.keyway.SessionId;
import dev.keyway.SessionTokens;
import dev.keyway.Sessions;
import dev.keyway.SignInResult;
import dev.keyway.UserId;
import dev.keyway.VerifyOptions;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.jwt.JwtProfile;
import dev.keyway.providers.jwt.JwtReading;
import dev.keyway.providers.jwt.JwtVerifier;
import dev.keyway.providers.jwt.VerifiedJwt;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.rules.CustomClaims;
import dev.keyway.providers.stytch.rules.SessionFields;
import dev.keyway.providers.stytch.rules.SessionMinutes;
import dev.keyway.providers.stytch.rules.SignIns;
import dev.keyway.providers.stytch.wire.SessionApi;
import dev.keyway.providers.stytch.wire.WireSession;
import dev.keyway.providers.stytch.wire.WireSignIn;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Sessions} by Stytch. */
final class StytchSessions implements Sessions {

  private final Transport transport;
  private final SessionApi api;
  private final SignIns signIns;
  private final JwtVerifier verifier;
  private final ProviderContext context;
  private final JwtReading<Session> reading;

  @Inject
  StytchSessions(
      Transport transport,
      SessionApi api,
      SignIns signIns,
      JwtVerifier verifier,
      ProviderContext context,
      StytchSettings settings) {
    this.transport = transport;
    this.api = api;
    this.signIns = signIns;
    this.verifier = verifier;
    this.context = context;
    String project = settings.projectId();
    // A project with a custom domain issues tokens in that domain's name.
    Set<String> issuers = Set.of("stytch.com/" + project, settings.baseUrl().toString());
    this.reading =
        new JwtReading<>(
            List.of(new JwtProfile("session", issuers, project)), StytchSessions::session);
  }

  @Override
  public Session verify(AccessToken token, VerifyOptions options) {
    return verifier.verify(token, reading, options.maxAge(), context.config().timeout(options));
  }

  private static Session session(VerifiedJwt token) {
    return SessionFields.session(token)
        .orElseThrow(
            () ->
                AuthException.of(
                    ErrorCode.TOKEN_INVALID, "The access token is not one of a session"));
  }

  @Override
  public SignInResult.SignedIn authenticate(SessionTokens tokens, CallOptions options) {
    return transport.call(
        options, () -> signIns.signedIn(authenticate(tokens.renewal()), AccountOutcome.EXISTING));
  }

  @Override
  public SessionTokens refresh(RenewalToken renewal, CallOptions options) {
    return transport.call(options, () -> authenticate(renewal).tokens());
  }

  private WireSignIn authenticate(RenewalToken renewal) {
    return api.authenticate(new SessionApi.Authenticate(renewal));
  }

  @Override
  public SessionTokens extend(RenewalToken renewal, Duration duration, ExtendOptions options) {
    int minutes = SessionMinutes.of(duration, "duration");
    @Nullable Map<String, @Nullable Object> claims = CustomClaims.of(options.sessionClaims());
    return transport.call(
        options, () -> api.extend(new SessionApi.Extend(renewal, minutes, claims)).tokens());
  }

  @Override
  public List<Session> list(UserId user, CallOptions options) {
    return transport.call(options, () -> live(user));
  }

  private List<Session> live(UserId user) {
    return api.list(Checks.user(user)).sessions().stream()
        .map(session -> session(user, session))
        .sorted(Comparator.comparing((Session s) -> s.startedAt().orElse(Instant.EPOCH)).reversed())
        .toList();
  }

  private static Session session(UserId user, WireSession wire) {
    Answer.requireAbout(user.value(), wire.userId());
    return SessionFields.session(wire);
  }

  @Override
  public void revoke(UserId user, SessionId session, CallOptions options) {
    transport.run(
        options,
        () -> {
          // Stytch would revoke any session by its id: whose it is, we have to see to.
          if (live(user).stream().anyMatch(s -> s.id().equals(session))) {
            end(SessionApi.Revoke.of(session.value()));
          }
        });
  }

  @Override
  public void revokeAll(UserId user, CallOptions options) {
    transport.run(
        options,
        () -> live(user).forEach(session -> end(SessionApi.Revoke.of(session.id().value()))));
  }

  @Override
  public void signOut(SessionTokens tokens, CallOptions options) {
    transport.run(options, () -> end(SessionApi.Revoke.of(tokens.renewal())));
  }

  private void end(SessionApi.Revoke which) {
    try {
      api.revoke(which);
    } catch (AuthException e) {
      if (e.code() != ErrorCode.SESSION_NOT_FOUND) {
        throw e;
      }
      // It has ended already, which is what was wanted.
    }
  }
}
