package dev.keyway.providers.stackauth;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.Dialect;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Stack Auth's errors: JSON with a {@code code}, or plain text. The human text of the former
 * is never passed on, as it may quote what was sent (a schema error does).
 */
final class StackAuthDialect implements Dialect {

  private static final String REQUEST_ID = "x-stack-request-id";

  @Override
  public Optional<String> requestId(Answer answer) {
    return answer.header(REQUEST_ID);
  }

  @Override
  public RuntimeException failure(Answer answer) {
    Optional<String> code = answer.text("code");
    if (code.isPresent()) {
      Optional<KnownError> error = KnownError.named(code.get());
      return error.isPresent() ? known(error.get(), answer) : answer.unrecognised(code);
    }
    if (!answer.mediaType().equals("text/plain")) {
      return answer.unrecognised(Optional.empty());
    }
    return PlainError.of(answer.status(), answer.body())
        .map(error -> answer.refused(error.code(), Optional.empty(), Optional.of(error.text())))
        .orElseGet(() -> plain(answer));
  }

  private static RuntimeException known(KnownError error, Answer answer) {
    if (error == KnownError.MULTI_FACTOR_AUTHENTICATION_REQUIRED) {
      Optional<String> attempt = attemptCode(answer);
      if (attempt.isPresent()) {
        return new SecondFactorDemand(attempt.get());
      }
      return answer.invalid("without the attempt code");
    }
    // The user of a valid access token is gone: routes that need one call that a schema error.
    boolean userIsGone =
        error == KnownError.SCHEMA_ERROR && answer.body().contains("auth.user must be defined");
    return answer.refused(
        userIsGone ? ErrorCode.SESSION_NOT_FOUND : error.code(),
        Optional.of(error.name()),
        Optional.empty());
  }

  private static Optional<String> attemptCode(Answer answer) {
    return answer
        .json()
        .map(body -> body.get("details"))
        .filter(Map.class::isInstance)
        .map(details -> ((Map<?, ?>) details).get("attempt_code"))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** A text that is not listed is still the vendor's own where its request id comes along. */
  private static AuthException plain(Answer answer) {
    boolean own = answer.status() >= 400 && answer.status() < 500 && answer.status() != 429;
    return own && answer.header(REQUEST_ID).isPresent()
        ? answer.refused(ErrorCode.UNKNOWN, Optional.empty(), Optional.empty())
        : answer.unrecognised(Optional.empty());
  }
}
