package dev.keyway.providers.stackauth;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;

/** What Stack Auth has no route for. */
final class Unsupported {

  private Unsupported() {}

  static AuthException of(String what) {
    return AuthException.of(
        ErrorCode.UNSUPPORTED, "The provider " + StackAuth.ID + " does not support " + what);
  }
}
