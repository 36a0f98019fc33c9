package dev.keyway.conformance;

import dev.keyway.Capability;
import dev.keyway.MagicLinks;
import dev.keyway.OAuth;
import dev.keyway.Otps;
import dev.keyway.Passkeys;
import dev.keyway.Passwords;
import dev.keyway.SecondFactor;
import dev.keyway.Sessions;
import dev.keyway.Totp;
import dev.keyway.Users;
import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.AuthProviderFactory;
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
  public Optional<Passwords> passwords() {
    return real.passwords();
  }

  @Override
  public Optional<Otps> otps() {
    return real.otps();
  }

  @Override
  public Optional<MagicLinks> magicLinks() {
    return real.magicLinks();
  }

  @Override
  public Optional<OAuth> oauth() {
    return real.oauth();
  }

  @Override
  public Optional<Passkeys> passkeys() {
    return real.passkeys();
  }

  @Override
  public Optional<Totp> totp() {
    return real.totp();
  }

  @Override
  public Optional<SecondFactor> secondFactor() {
    return real.secondFactor();
  }

  @Override
  public Optional<Sessions> sessions() {
    return real.sessions();
  }

  @Override
  public Optional<Users> users() {
    return real.users();
  }

  @Override
  public void close() {
    real.close();
  }
}
