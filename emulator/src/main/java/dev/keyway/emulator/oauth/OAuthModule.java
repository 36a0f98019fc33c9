package dev.keyway.emulator.oauth;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.core.Directory;
import dev.keyway.emulator.http.Front;
import jakarta.inject.Singleton;

/** Wires the social providers. */
@Module
public interface OAuthModule {
  /** Those of all worlds, by the id in their URLs. */
  @Provides
  @Singleton
  static Directory<IdentityProvider> identityProviders() {
    return new Directory<>();
  }

  /** Their pages. */
  @Binds
  @IntoSet
  @Singleton
  Front front(IdentityProviderFront front);
}
