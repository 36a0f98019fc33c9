package dev.keyway.providers.stytch;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.ProviderError;
import dev.keyway.Retry;
import java.util.Optional;
import java.util.OptionalInt;

/** One and the same refusal, whatever is wrong: all that differs is the request's id. */
final class InvalidCredentials {

  private InvalidCredentials() {}

  static AuthException of(AuthException refusal) {
    return AuthException.of(
        ErrorCode.INVALID_CREDENTIALS,
        "Stytch refused the address or the password",
        Retry.NEVER,
        new ProviderError(
            Stytch.ID,
            Optional.empty(),
            OptionalInt.empty(),
            refusal.providerError().flatMap(ProviderError::requestId),
            Optional.empty(),
            Optional.empty()));
  }
}
