package dev.keyway.spi;

import java.util.Set;

/** Makes a provider. Listed in {@code META-INF/services/dev.keyway.spi.AuthProviderFactory}. */
public interface AuthProviderFactory {

  /** The id that the configuration's {@code keyway.provider} names. */
  String id();

  /**
   * The configuration keys that the provider reads, without the prefix {@code keyway.<id>.}: any
   * other key under it is refused as a likely slip of the pen.
   */
  Set<String> keys();

  /**
   * Makes the provider. Sends nothing.
   *
   * @throws dev.keyway.AuthException {@link dev.keyway.ErrorCode#CONFIGURATION_INVALID} naming the
   *     key
   */
  AuthProvider create(ProviderContext context);
}
