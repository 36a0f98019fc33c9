package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.token.ConstantTime;
import org.jspecify.annotations.Nullable;

/**
 * What a client signs in with, a machine or an app.
 *
 * @param present null if the client is public and has none
 * @param next while the secret is being replaced: the one to come, which works already
 */
public record ClientSecrets(@Nullable String present, @Nullable String next) {
  private static final int TAIL = 4;

  /** One secret that is not being replaced; null for none. */
  public static ClientSecrets of(@Nullable String secret) {
    return new ClientSecrets(secret, null);
  }

  /** Whether one may sign in with a secret now. */
  public boolean accept(String candidate) {
    boolean isPresent = present != null && ConstantTime.equal(present, candidate);
    boolean isNext = next != null && ConstantTime.equal(next, candidate);
    return isPresent || isNext;
  }

  /** The same, with another one to come. */
  public ClientSecrets expecting(String coming) {
    return new ClientSecrets(present, coming);
  }

  /** The end of the present one, by which people tell secrets apart. */
  public @Nullable String lastFour() {
    return lastFour(present);
  }

  /** The end of the one to come. */
  public @Nullable String nextLastFour() {
    return lastFour(next);
  }

  private static @Nullable String lastFour(@Nullable String secret) {
    return secret == null ? null : secret.substring(Math.max(0, secret.length() - TAIL));
  }

  /** No secret. */
  @Override
  public String toString() {
    return "ClientSecrets";
  }
}
