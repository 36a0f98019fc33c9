package dev.keyway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one failure of this library. Its message begins with the code, is for the reader of a log and
 * holds no secret, token or body.
 */
public final class AuthException extends RuntimeException {

  private final ErrorCode code;
  private final Retry retry;
  private final transient @Nullable ProviderError providerError;

  private AuthException(
      ErrorCode code,
      String message,
      Retry retry,
      @Nullable ProviderError providerError,
      @Nullable Throwable cause) {
    super(Arguments.notNull(code, "code") + ": " + Arguments.notNull(message, "message"), cause);
    this.code = code;
    this.retry = Arguments.notNull(retry, "retry");
    this.providerError = providerError;
  }

  /** A failure that a repetition would not change and that no provider answered. */
  public static AuthException of(ErrorCode code, String message) {
    return new AuthException(code, message, Retry.NEVER, null, null);
  }

  /** A failure without a provider's answer. */
  public static AuthException of(ErrorCode code, String message, Retry retry) {
    return new AuthException(code, message, retry, null, null);
  }

  /**
   * A failure without a provider's answer. The cause's messages must be as free of secrets as this
   * one's.
   */
  public static AuthException of(
      ErrorCode code, String message, Retry retry, @Nullable Throwable cause) {
    return new AuthException(code, message, retry, null, cause);
  }

  /** A failure that a provider answered with. */
  public static AuthException of(
      ErrorCode code, String message, Retry retry, ProviderError providerError) {
    return new AuthException(code, message, retry, providerError, null);
  }

  /** What an area answers whose provider did not write the operation. */
  static AuthException unsupported(String operation) {
    return of(ErrorCode.UNSUPPORTED, "The provider does not have " + operation);
  }

  /** Why, the same for every provider. */
  public ErrorCode code() {
    return code;
  }

  /** Whether the same call may be made again. */
  public Retry retry() {
    return retry;
  }

  /**
   * What the provider said, if it was asked and answered. Lost when the exception is serialised.
   */
  public Optional<ProviderError> providerError() {
    return Optional.ofNullable(providerError);
  }
}
