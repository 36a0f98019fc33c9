package dev.keyway.providers.stytch.wire;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;

/** An answer of success that lacks what it must have. */
public final class InvalidResponse {

  private InvalidResponse() {}

  /** The failure; the problem quotes nothing of the answer. */
  public static AuthException of(String problem) {
    return AuthException.of(
        ErrorCode.INVALID_RESPONSE,
        "Stytch answered " + problem,
        Retry.OUTCOME_UNKNOWN,
        (Throwable) null);
  }
}
