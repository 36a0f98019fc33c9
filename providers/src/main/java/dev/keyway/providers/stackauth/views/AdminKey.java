package dev.keyway.providers.stackauth.views;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import java.util.Optional;

/** The key of the project's administrator, which few applications have. */
public final class AdminKey {

  private final Optional<Secret> key;

  public AdminKey(Optional<Secret> key) {
    this.key = key;
  }

  /** For a header. */
  String reveal() {
    return key.orElseThrow(
            () ->
                AuthException.of(
                    ErrorCode.CONFIGURATION_INVALID,
                    "keyway.stack-auth.super-secret-admin-key is not set, and this is for"
                        + " administrators"))
        .reveal();
  }
}
