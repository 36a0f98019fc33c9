package dev.keyway.emulator.internal.state;

import dev.keyway.emulator.internal.password.PasswordHash;
import java.util.Objects;

/**
 * A person's password.
 *
 * @param id id of the credential
 * @param hash how to check an attempt
 * @param resetRequired whether it must be replaced before it is accepted again
 */
public record Password(String id, PasswordHash hash, boolean resetRequired) {
  /** Checks that nothing is missing. */
  public Password {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(hash, "hash");
  }

  /** The same password, which must be replaced before it is accepted again. */
  public Password requiringReset() {
    return new Password(id, hash, true);
  }
}
