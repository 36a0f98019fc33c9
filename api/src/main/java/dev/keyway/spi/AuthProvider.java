package dev.keyway.spi;

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
import java.util.Optional;
import java.util.Set;

/**
 * One authentication vendor behind the neutral interfaces. Safe for use by several threads.
 *
 * <p>An area that is not built is empty, and none of its capabilities are declared.
 */
public interface AuthProvider extends AutoCloseable {

  /** The id that configuration names, in lower case with hyphens, such as {@code stack-auth}. */
  String id();

  /** What works. Fixed for the provider's life. */
  Set<Capability> capabilities();

  /** Passwords, if built. */
  default Optional<Passwords> passwords() {
    return Optional.empty();
  }

  /** One-time codes, if built. */
  default Optional<Otps> otps() {
    return Optional.empty();
  }

  /** Magic links, if built. */
  default Optional<MagicLinks> magicLinks() {
    return Optional.empty();
  }

  /** OAuth, if built. */
  default Optional<OAuth> oauth() {
    return Optional.empty();
  }

  /** Passkeys, if built. */
  default Optional<Passkeys> passkeys() {
    return Optional.empty();
  }

  /** Authenticator apps, if built. */
  default Optional<Totp> totp() {
    return Optional.empty();
  }

  /** The second factor, if built. */
  default Optional<SecondFactor> secondFactor() {
    return Optional.empty();
  }

  /** Sessions, if built. */
  default Optional<Sessions> sessions() {
    return Optional.empty();
  }

  /** Users, if built. */
  default Optional<Users> users() {
    return Optional.empty();
  }

  /**
   * The provider's own view of itself, for what the neutral interfaces do not cover. Default: none.
   */
  default <T> Optional<T> unwrap(Class<T> type) {
    return Optional.empty();
  }

  /** Releases connections, threads and cached tokens. Called once. */
  @Override
  void close();
}
