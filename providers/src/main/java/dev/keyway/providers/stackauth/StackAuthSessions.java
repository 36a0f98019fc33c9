package dev.keyway.providers.stackauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keyway.AccessToken;
import dev.keyway.Account;
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
import dev.keyway.providers.http.Transport;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions by {@code auth/sessions}, access tokens by the project's keys. */
final class StackAuthSessions implements Sessions {

  /** The longest that a server may ask for; the listing has ended sessions, too. */
  private static final Duration LONGEST_LIFE = Duration.ofDays(367);

  private static final int REMEMBERED = 10_000;

  private final Transport transport;
  private final SessionApi api;
  private final AccessTokens accessTokens;
  private final Renewals renewals;
  private final SignIns signIns;
  private final Clock clock;

  /**
   * Stack Auth forgets a session that was ended, so it can't tell such a one from another user's.
   * Those that were ended here are remembered: ending one again, perhaps because the first answer
   * was lost, is no error. What is neither listed nor remembered is refused.
   */
  private final Cache<Ended, Boolean> ended =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  private record Ended(UserId user, SessionId session) {}

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
    return transport.call(options, () -> accessTokens.verify(token, options));
  }

  @Override
  public SignInResult.SignedIn authenticate(SessionTokens tokens, CallOptions options) {
    return transport.call(
        options, () -> signIns.signedIn(renewals.renew(tokens.renewal()), Account.EXISTING));
  }

  @Override
  public SessionTokens refresh(RenewalToken renewal, CallOptions options) {
    return transport.call(options, () -> renewals.renew(renewal));
  }

  @Override
  public SessionTokens extend(RenewalToken renewal, Duration duration, CallOptions options) {
    throw Unsupported.of("sessions.extend");
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
          if (live(user).stream().anyMatch(listed -> listed.id().equals(session))) {
            end(user, session);
          } else if (ended.getIfPresent(new Ended(user, session)) == null) {
            throw AuthException.of(
                ErrorCode.SESSION_NOT_FOUND, "The user has no such session, or not any more");
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
                  Session session = accessTokens.read(access);
                  ended.put(new Ended(session.userId(), session.id()), true);
                  api.deleteCurrent(access.reveal());
                }));
  }

  private void end(UserId user, SessionId session) {
    ended.put(new Ended(user, session), true);
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
        .map(StackAuthSessions::session)
        .filter(session -> session.startedAt().filter(oldest::isAfter).isEmpty())
        .toList();
  }

  private static Session session(SessionApi.Item item) {
    return Session.builder(SessionId.of(item.id()), UserId.of(item.userId()))
        .startedAt(instant(item.createdAt()))
        .lastUsedAt(instant(item.lastUsedAt()))
        .impersonation(Boolean.TRUE.equals(item.isImpersonation()))
        .build();
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
