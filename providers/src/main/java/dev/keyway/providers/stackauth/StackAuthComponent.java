package dev.keyway.providers.stackauth;

import dagger.BindsInstance;
import dagger.Component;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Singleton;

/** Puts the provider together. */
@Singleton
@Component(modules = StackAuthModule.class)
interface StackAuthComponent {

  StackAuthProvider provider();

  /** Starts from what the client gives. */
  @Component.Factory
  interface Factory {
    StackAuthComponent create(
        @BindsInstance ProviderContext context, @BindsInstance StackAuthSettings settings);
  }
}
