package dev.keyway.conformance;

import dev.keyway.Capability;
import dev.keyway.spi.Areas;
import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.AuthProviderFactory;
import dev.keyway.spi.NativeCalls;
import dev.keyway.spi.ProviderContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A real provider, to be broken at one place by who extends it. */
class DelegatingProvider implements AuthProvider {

  private final AuthProvider real;

  DelegatingProvider(AuthProvider real) {
    this.real = real;
  }

  /** A factory whose provider is a real one that was broken. */
  static AuthProviderFactory breaking(
      AuthProviderFactory real, Function<AuthProvider, AuthProvider> breaking) {
    return new AuthProviderFactory() {
      @Override
      public String id() {
        return real.id();
      }

      @Override
      public Set<String> keys() {
        return real.keys();
      }

      @Override
      public AuthProvider create(ProviderContext context) {
        return breaking.apply(real.create(context));
      }
    };
  }

  @Override
  public String id() {
    return real.id();
  }

  @Override
  public Set<Capability> capabilities() {
    return real.capabilities();
  }

  @Override
  public Areas areas() {
    return real.areas();
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type, NativeCalls calls) {
    return real.unwrap(type, calls);
  }

  @Override
  public void close() {
    real.close();
  }
}
