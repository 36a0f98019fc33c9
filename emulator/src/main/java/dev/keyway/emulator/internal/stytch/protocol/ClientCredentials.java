package dev.keyway.emulator.internal.stytch.protocol;

import java.util.Optional;

/**
 * What a client of the token endpoint says of itself.
 *
 * @param id its id
 * @param secret empty where a public client sent none
 */
public record ClientCredentials(String id, Optional<String> secret) {
  /** The id, no secret. */
  @Override
  public String toString() {
    return "ClientCredentials[" + id + "]";
  }
}
