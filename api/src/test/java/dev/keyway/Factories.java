package dev.keyway;

import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.AuthProviderFactory;
import dev.keyway.spi.ProviderContext;
import java.util.Set;
import java.util.function.Function;

/** A factory that is a function. */
record Factories(Function<ProviderContext, AuthProvider> make) implements AuthProviderFactory {

  static AuthProviderFactory of(Function<ProviderContext, AuthProvider> make) {
    return new Factories(make);
  }

  @Override
  public String id() {
    return "fixture";
  }

  @Override
  public Set<String> keys() {
    return Set.of("api-key", "project.name");
  }

  @Override
  public AuthProvider create(ProviderContext context) {
    return make.apply(context);
  }
}
