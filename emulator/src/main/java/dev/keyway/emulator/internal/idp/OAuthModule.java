package dev.keyway.emulator.internal.idp;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.internal.pipeline.VendorApi;
import dev.keyway.emulator.internal.state.Directory;
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
  VendorApi api(IdentityProviderApi api);
}
