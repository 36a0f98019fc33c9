package dev.keyway.providers.jwt;

import java.time.Duration;

/** Where a project's public keys come from. */
@FunctionalInterface
public interface JwksSource {

  /**
   * Fetches the key set (RFC 7517) as JSON text, on the calling thread.
   *
   * @param timeout how long it may take
   * @throws dev.keyway.AuthException when it can't be had
   */
  String fetch(Duration timeout);
}
