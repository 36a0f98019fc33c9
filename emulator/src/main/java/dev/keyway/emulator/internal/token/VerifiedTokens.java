package dev.keyway.emulator.internal.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens whose signature was made or checked here before, so that the same user's next request does
 * not pay for it again. Bounded; claims that depend on time are the caller's to check every time.
 *
 * @param <C> the claims
 */
public final class VerifiedTokens<C> {
  private static final int CAPACITY = 10_000;

  private final Map<String, C> claims =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, C> eldest) {
          return size() > CAPACITY;
        }
      };

  private long era;

  /** Changes whenever all is forgotten. */
  public synchronized long era() {
    return era;
  }

  /**
   * Remembers a token that was genuine in an era; does nothing if that is over, since the token's
   * key may be retired.
   */
  public synchronized void remember(String token, C itsClaims, long when) {
    if (when == era) {
      claims.put(token, itsClaims);
    }
  }

  /** Remembers a token that is genuine. */
  public synchronized void remember(String token, C itsClaims) {
    claims.put(token, itsClaims);
  }

  /** The claims of a token known to be genuine. */
  public synchronized Optional<C> find(String token) {
    return Optional.ofNullable(claims.get(token));
  }

  /** Forgets all, as a rotation of keys demands. */
  public synchronized void clear() {
    era++;
    claims.clear();
  }
}
