package dev.keyway.providers.stackauth;

import dev.keyway.AccessToken;
import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.Session;
import dev.keyway.SessionId;
import dev.keyway.SessionTokens;
import dev.keyway.Sessions;
import dev.keyway.SignInResult;
import dev.keyway.UserId;
import dev.keyway.VerifyOptions;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.MilliTime;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.rules.Renewals;
import dev.keyway.providers.stackauth.rules.Uuids;
import dev.keyway.providers.stackauth.wire.SessionApi;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sessions by {@code auth/sessions}, access tokens by the project's keys. */
final class StackAuthSessions implements Sessions {

  /** The longest that a server may ask for; the listing has ended sessions, too. */
  private static final Duration LONGEST_LIFE = Duration.ofDays(367);

  private final Transport transport;
  private final SessionApi api;
  private final AccessTokens accessTokens;
  private final Renewals renewals;
  private final SignIns signIns;
  private final Clock clock;

  @Inject
  StackAuthSessions(
      Transport transport,
      SessionApi api,
      AccessTokens accessTokens,
      Renewals renewals,
      SignIns signIns,
      Clock clock) {
    this.transport = transport;
    this.api = api;
    this.accessTokens = accessTokens;
    this.renewals = renewals;
    this.signIns = signIns;
    this.clock = clock;
  }

  @Override
  public Session verify(AccessToken token, VerifyOptions options) {
    return accessTokens.verify(token, options);
  }

  @Override
  public SignInResult.SignedIn authenticate(SessionTokens tokens, CallOptions options) {
    return transport.call(
        options, () -> signIns.signedIn(renewals.renew(tokens.renewal()), AccountOutcome.EXISTING));
  }

  @Override
  public SessionTokens refresh(RenewalToken renewal, CallOptions options) {
    return transport.call(options, () -> renewals.renew(renewal));
  }

  @Override
  public List<Session> list(UserId user, CallOptions options) {
    return transport.call(options, () -> live(user));
  }

  @Override
  public void revoke(UserId user, SessionId session, CallOptions options) {
    transport.run(
        options,
        () -> {
          // The deletion does not compare the session's owner with the user that is named.
          if (live(user).stream().anyMatch(listed -> listed.id().equals(session))) {
            end(user, session);
          }
        });
  }

  @Override
  public void revokeAll(UserId user, CallOptions options) {
    transport.run(options, () -> live(user).forEach(session -> end(user, session.id())));
  }

  @Override
  public void signOut(SessionTokens tokens, CallOptions options) {
    transport.run(
        options,
        () ->
            unlessEnded(
                () -> {
                  AccessToken access = renewals.renew(tokens.renewal()).access();
                  api.deleteCurrent(access.reveal());
                }));
  }

  private void end(UserId user, SessionId session) {
    unlessEnded(() -> api.delete(session.value(), user.value()));
  }

  private static void unlessEnded(Runnable request) {
    try {
      request.run();
    } catch (AuthException e) {
      if (e.code() != ErrorCode.SESSION_NOT_FOUND) {
        throw e;
      }
    }
  }

  private List<Session> live(UserId user) {
    if (!Uuids.isUuid(user.value())) {
      return List.of();
    }
    Instant oldest = clock.instant().minus(LONGEST_LIFE);
    return api.list(user.value()).items().stream()
        .map(item -> session(user, item))
        .filter(session -> session.startedAt().filter(oldest::isAfter).isEmpty())
        .toList();
  }

  private static Session session(UserId user, SessionApi.Item item) {
    Answer.requireAbout(user.value(), item.userId());
    return Answer.read(() -> session(item));
  }

  private static Session session(SessionApi.Item item) {
    return Session.builder(SessionId.of(item.id()), UserId.of(item.userId()))
        .startedAt(MilliTime.read(item.createdAt()))
        .lastUsedAt(MilliTime.read(item.lastUsedAt()))
        .impersonation(Boolean.TRUE.equals(item.isImpersonation()))
        .build();
  }
}
