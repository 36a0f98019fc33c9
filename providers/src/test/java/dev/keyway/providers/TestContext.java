package dev.keyway.providers;

import dev.keyway.AuthConfig;
import dev.keyway.AuthObserver;
import dev.keyway.spi.ProviderContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** What providers are made from, in tests. */
public final class TestContext {

  private TestContext() {}

  /** With true randomness and nobody who watches. */
  public static ProviderContext of(Map<String, String> settings, Clock clock) {
    return of(AuthConfig.of(settings), clock);
  }

  /** With true randomness and nobody who watches. */
  public static ProviderContext of(AuthConfig config, Clock clock) {
    return new ProviderContext(config, clock, new SecureRandom(), new AuthObserver() {});
  }
}
