package dev.keyway.providers.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature was found right, by their text, as many as have some sixteen million
 * characters. The cache is made for the first of them: many programs verify none, and it loads some
 * ninety classes. Safe for use by several threads.
 */
final class ProvenTokens {

  private static final long MAX_CHARACTERS = 16L * 1024 * 1024;

  /** The table for so many takes 16 kB; growing to it again and again takes longer. */
  private static final int EXPECTED_TOKENS = 2_048;

  private final Clock clock;
  private final Duration skew;
  private volatile @Nullable Cache<String, ProvenToken> tokens;

  ProvenTokens(Clock clock, Duration skew) {
    this.clock = clock;
    this.skew = skew;
  }

  /** What is known of a token; null if it was not proven, or could not be accepted any more. */
  @Nullable ProvenToken find(String text) {
    Cache<String, ProvenToken> made = tokens;
    return made == null ? null : made.getIfPresent(text);
  }

  void put(String text, ProvenToken token) {
    made().put(text, token);
  }

  /** How many are remembered. */
  long count() {
    Cache<String, ProvenToken> made = tokens;
    if (made == null) {
      return 0;
    }
    made.cleanUp();
    return made.estimatedSize();
  }

  void clear() {
    Cache<String, ProvenToken> made = tokens;
    if (made != null) {
      made.invalidateAll();
    }
  }

  private Cache<String, ProvenToken> made() {
    Cache<String, ProvenToken> made = tokens;
    return made == null ? make() : made;
  }

  private synchronized Cache<String, ProvenToken> make() {
    Cache<String, ProvenToken> made = tokens;
    if (made == null) {
      made =
          Caffeine.newBuilder()
              .initialCapacity(EXPECTED_TOKENS)
              .maximumWeight(MAX_CHARACTERS)
              .<String, ProvenToken>weigher((token, entry) -> token.length())
              .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
              .expireAfter(new UntilTheTokenExpires(clock, skew))
              .executor(Runnable::run)
              .build();
      tokens = made;
    }
    return made;
  }

  /** Forgets a token when nothing could accept it any more. */
  private record UntilTheTokenExpires(Clock clock, Duration skew)
      implements Expiry<String, ProvenToken> {
    @Override
    public long expireAfterCreate(String token, ProvenToken entry, long now) {
      Duration left =
          Duration.between(clock.instant(), JwtVerifier.expiry(entry.claims())).plus(skew);
      return TimeUnit.SECONDS.toNanos(left.toSeconds());
    }

    @Override
    public long expireAfterUpdate(String token, ProvenToken entry, long now, long left) {
      return left;
    }

    @Override
    public long expireAfterRead(String token, ProvenToken entry, long now, long left) {
      return left;
    }
  }
}
