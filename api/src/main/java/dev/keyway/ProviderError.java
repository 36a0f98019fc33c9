package dev.keyway;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the provider itself said: for logs and for support requests. Programs branch on {@link
 * ErrorCode}.
 *
 * @param provider the provider's id, such as {@code stytch}
 * @param nativeCode the provider's own error code, if the answer had one
 * @param httpStatus the answer's HTTP status, if there was an answer
 * @param requestId the provider's id of the request, if it gave one
 * @param message the provider's text, if it is safe to show: never with what the caller sent
 * @param retryAfter how long to wait, if the provider said so
 */
public record ProviderError(
    String provider,
    Optional<String> nativeCode,
    OptionalInt httpStatus,
    Optional<String> requestId,
    Optional<String> message,
    Optional<Duration> retryAfter) {

  /** All are required; a wait is never negative. */
  public ProviderError {
    Arguments.notBlank(provider, "provider");
    Arguments.notNull(nativeCode, "nativeCode");
    Arguments.notNull(httpStatus, "httpStatus");
    Arguments.notNull(requestId, "requestId");
    Arguments.notNull(message, "message");
    retryAfter = Arguments.notNull(retryAfter, "retryAfter").filter(wait -> !wait.isNegative());
  }
}
