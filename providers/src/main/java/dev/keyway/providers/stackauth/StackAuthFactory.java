package dev.keyway.providers.stackauth;

import dev.keyway.providers.http.JsonAhead;
import dev.keyway.providers.http.Libraries;
import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.AuthProviderFactory;
import dev.keyway.spi.ProviderContext;
import java.util.Set;

/**
 * What {@link java.util.ServiceLoader} finds; public for it alone. Use {@link StackAuth#factory()}.
 */
public final class StackAuthFactory implements AuthProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public StackAuthFactory() {}

  @Override
  public String id() {
    return StackAuth.ID;
  }

  @Override
  public Set<String> keys() {
    return StackAuthSettings.KEYS;
  }

  @Override
  public AuthProvider create(ProviderContext context) {
    Libraries.check();
    JsonAhead.begin();
    return DaggerStackAuthComponent.factory()
        .create(context, StackAuthSettings.of(context.config()))
        .provider();
  }
}
