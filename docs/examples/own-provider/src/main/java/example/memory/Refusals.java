package example.memory;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.ProviderError;
import dev.keyway.Retry;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the directory's refusals mean to callers: its own codes, and ours, in one table. */
final class Refusals {
  private static final Map<String, ErrorCode> CODES =
      Map.of(
          "password_short", ErrorCode.PASSWORD_TOO_WEAK,
          "address_taken", ErrorCode.ACCOUNT_ALREADY_EXISTS,
          "credentials_wrong", ErrorCode.INVALID_CREDENTIALS,
          "session_ended", ErrorCode.SESSION_NOT_FOUND,
          "user_unknown", ErrorCode.USER_NOT_FOUND);

  private Refusals() {}

  /** A service of the network would have given a status and an id of the request too. */
  static AuthException of(String nativeCode, String message) {
    ProviderError error =
        new ProviderError(
            MemoryProviderFactory.ID,
            Optional.of(nativeCode),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    ErrorCode code = CODES.getOrDefault(nativeCode, ErrorCode.UNKNOWN);
    return AuthException.of(code, message, Retry.NEVER, error);
  }
}
