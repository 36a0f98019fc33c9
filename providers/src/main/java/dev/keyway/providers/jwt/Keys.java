package dev.keyway.providers.jwt;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A project's keys, fetched rarely: at first use, in the background when they are old, and when a
 * token names a key that is not among them, at most once a minute. One fetch is under way at a
 * time; who needs its outcome waits. Keys once fetched stay good while the provider can't be
 * reached, up to an age.
 */
final class Keys {

  private static final Duration REFRESH_AFTER = Duration.ofMinutes(10);
  private static final Duration BETWEEN_REFETCHES = Duration.ofMinutes(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration BACKGROUND_TIMEOUT = Duration.ofSeconds(10);

  private final JwtAlgorithm algorithm;
  private final JwksSource source;
  private final Clock clock;
  private final Executor background;
  private final Duration maxAge;
  private volatile @Nullable CompletableFuture<KeySet> underWay;
  private volatile @Nullable KeySet current;
  private volatile @Nullable Instant lastRefetch;
  private volatile @Nullable Instant lastBackground;
  private volatile @Nullable Failure lastFailure;

  private record Turn(CompletableFuture<KeySet> fetch, boolean mine) {}

  private record Failure(Instant at, AuthException exception) {}

  /**
   * No keys yet.
   *
   * @param maxAge how long keys are good for while no newer ones can be had
   */
  Keys(
      JwtAlgorithm algorithm,
      JwksSource source,
      Clock clock,
      Executor background,
      Duration maxAge) {
    this.maxAge = maxAge;
    this.algorithm = algorithm;
    this.source = source;
    this.clock = clock;
    this.background = background;
  }

  /** The key, without a fetch that the caller would wait for. */
  Optional<PublicKey> cached(String kid) {
    KeySet keys = fresh();
    if (keys == null) {
      return Optional.empty();
    }
    if (isOver(keys.fetchedAt(), REFRESH_AFTER) && isOver(lastBackground, BETWEEN_REFETCHES)) {
      refreshInBackground();
    }
    return keys.find(kid);
  }

  /** The key; empty when the provider does not publish it, as far as was asked lately. */
  Optional<PublicKey> find(String kid, Duration timeout) {
    Optional<PublicKey> cached = cached(kid);
    if (cached.isPresent()) {
      return cached;
    }
    Turn turn = turn();
    KeySet keys = turn.mine() ? fetch(turn.fetch(), timeout) : await(turn.fetch(), timeout);
    return keys.find(kid);
  }

  /** Who fetches: this thread, or one that has begun. With nobody, the keys there are must do. */
  private synchronized Turn turn() {
    CompletableFuture<KeySet> running = underWay;
    if (running != null) {
      return new Turn(running, false);
    }
    KeySet keys = fresh();
    if (keys != null) {
      requireNoFreshFailure();
      if (!isOver(lastRefetch, BETWEEN_REFETCHES)) {
        return new Turn(CompletableFuture.completedFuture(keys), false);
      }
      lastRefetch = clock.instant();
    }
    return begin();
  }

  private Turn begin() {
    CompletableFuture<KeySet> mine = new CompletableFuture<>();
    underWay = mine;
    return new Turn(mine, true);
  }

  private void requireNoFreshFailure() {
    Failure failure = lastFailure;
    if (failure != null && !isOver(failure.at(), AFTER_FAILURE)) {
      throw AuthException.of(
          failure.exception().code(),
          "The provider's keys could not be fetched a moment ago",
          failure.exception().retry(),
          (Throwable) null);
    }
  }

  private KeySet fetch(CompletableFuture<KeySet> mine, Duration timeout) {
    try {
      KeySet keys = KeySet.parse(source.fetch(timeout), algorithm, clock.instant(), current);
      current = keys;
      lastFailure = null;
      mine.complete(keys);
      return keys;
    } catch (AuthException e) {
      if (current != null) {
        // A failed refetch does not use up the minute's one, but is not tried by everybody.
        lastFailure = new Failure(clock.instant(), e);
        lastRefetch = null;
      }
      mine.completeExceptionally(e);
      throw e;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      underWay = null;
    }
  }

  private synchronized void refreshInBackground() {
    if (underWay != null || !isOver(lastBackground, BETWEEN_REFETCHES)) {
      return;
    }
    lastBackground = clock.instant();
    Turn turn = begin();
    try {
      background.execute(
          () -> {
            try {
              fetch(turn.fetch(), BACKGROUND_TIMEOUT);
            } catch (AuthException e) {
              // What is cached stays good; the next check after a minute tries again.
              lastBackground = clock.instant();
            }
          });
    } catch (RejectedExecutionException e) {
      // Closed meanwhile: nobody needs fresh keys any more.
      underWay = null;
      turn.fetch().cancel(false);
    }
  }

  private static KeySet await(CompletableFuture<KeySet> running, Duration timeout) {
    try {
      return running.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw noResponse("The thread was interrupted while it waited for the provider's keys");
    } catch (TimeoutException e) {
      throw noResponse("The provider's keys did not come in time");
    } catch (CancellationException e) {
      throw noResponse("The client was closed");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthException failure) {
        throw AuthException.of(
            failure.code(),
            "The provider's keys could not be fetched",
            failure.retry(),
            (Throwable) null);
      }
      throw noResponse("The provider's keys could not be fetched");
    }
  }

  private static AuthException noResponse(String message) {
    return AuthException.of(ErrorCode.NO_RESPONSE, message, Retry.SAFE_LATER, (Throwable) null);
  }

  /** The keys there are, unless they are too old to go by. */
  private @Nullable KeySet fresh() {
    KeySet keys = current;
    return keys == null
            || Duration.between(keys.fetchedAt(), clock.instant()).abs().compareTo(maxAge) > 0
        ? null
        : keys;
  }

  private boolean isOver(@Nullable Instant since, Duration wait) {
    if (since == null) {
      return true;
    }
    Duration past = Duration.between(since, clock.instant());
    // A clock that was set back must not keep keys for ever.
    return past.isNegative() || past.compareTo(wait) >= 0;
  }
}
