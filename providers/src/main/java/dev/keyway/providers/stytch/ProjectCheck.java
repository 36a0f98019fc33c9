package dev.keyway.providers.stytch;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.providers.stytch.wire.SessionApi;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells a wrong password from a wrong project secret: Stytch answers both with 401 {@code
 * unauthorized_credentials}. So it is asked, in this case only and at most every few minutes,
 * whether the project's credentials are good.
 */
@Singleton
final class ProjectCheck {

  private static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private final SessionApi api;
  private final Clock clock;
  private volatile @Nullable Instant goodSince;

  @Inject
  ProjectCheck(SessionApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Returns when the project's credentials are good, or nobody can tell. */
  void requireGoodCredentials() {
    Instant now = clock.instant();
    Instant since = goodSince;
    if (since != null && !now.isBefore(since) && now.isBefore(since.plus(GOOD_FOR))) {
      return;
    }
    try {
      api.whoami();
      goodSince = now;
    } catch (AuthException e) {
      if (e.code() == ErrorCode.PROJECT_CREDENTIALS_REFUSED) {
        throw e;
      }
      // No answer to the second question leaves the first one's: by far most often, the password.
    }
  }
}
