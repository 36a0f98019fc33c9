package dev.keyway.providers.http;

import dagger.Module;
import dagger.Provides;
import dev.keyway.spi.ProviderContext;
import java.security.SecureRandom;
import java.time.Clock;

/** What every provider takes out of the client's context. */
@Module
public interface ContextModule {

  /** The only time. */
  @Provides
  static Clock clock(ProviderContext context) {
    return context.clock();
  }

  /** The only randomness. */
  @Provides
  static SecureRandom random(ProviderContext context) {
    return context.random();
  }
}
