package dev.keyway.providers.stytch;

import dev.keyway.providers.http.JsonAhead;
import dev.keyway.providers.http.Libraries;
import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.AuthProviderFactory;
import dev.keyway.spi.ProviderContext;
import java.util.Set;

/**
 * What {@link java.util.ServiceLoader} finds; public for it alone. Use {@link Stytch#factory()}.
 */
public final class StytchFactory implements AuthProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public StytchFactory() {}

  @Override
  public String id() {
    return Stytch.ID;
  }

  @Override
  public Set<String> keys() {
    return StytchSettings.KEYS;
  }

  @Override
  public AuthProvider create(ProviderContext context) {
    Libraries.check();
    JsonAhead.begin();
    return DaggerStytchComponent.factory()
        .create(context, StytchSettings.of(context.config()))
        .provider();
  }
}
