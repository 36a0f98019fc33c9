package dev.keyway.providers.stytch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keyway.SessionId;
import dev.keyway.UserId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Whose the sessions were that this client saw lately. Stytch lists live sessions only, so that one
 * that has ended and one of somebody else look the same there.
 */
@Singleton
final class KnownSessions {

  private static final int MOST = 20_000;

  private final Cache<SessionId, UserId> owners =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  @Inject
  KnownSessions() {}

  void remember(WireSession session) {
    owners.put(SessionId.of(session.sessionId()), UserId.of(session.userId()));
  }

  boolean wasOf(UserId user, SessionId session) {
    return user.equals(owners.getIfPresent(session));
  }
}
