package dev.keyway.providers.stytch;

import dagger.BindsInstance;
import dagger.Component;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Singleton;

/** Puts the provider together. */
@Singleton
@Component(modules = StytchModule.class)
interface StytchComponent {

  StytchProvider provider();

  /** Starts from what the client gives. */
  @Component.Factory
  interface Factory {
    StytchComponent create(
        @BindsInstance ProviderContext context, @BindsInstance StytchSettings settings);
  }
}
