package dev.keyway;

import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.AuthProviderFactory;
import dev.keyway.spi.ProviderContext;
import java.util.EnumSet;
import java.util.Set;

/** The provider that the class path of these tests holds. */
public final class FixtureProviderFactory implements AuthProviderFactory {

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
    context.config().required("fixture.api-key");
    return new FixtureProvider(EnumSet.allOf(Capability.class));
  }
}
