package dev.keyway.providers.stackauth.wire;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.providers.http.Dialect;
import dev.keyway.providers.http.VendorResponse;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Stack Auth's errors: JSON with a {@code code}, or plain text. The human text of the former
 * is never passed on, as it may quote what was sent (a schema error does).
 */
public final class StackAuthDialect implements Dialect {

  private static final String REQUEST_ID = "x-stack-request-id";

  @Override
  public Optional<String> requestId(VendorResponse response) {
    return response.header(REQUEST_ID);
  }

  @Override
  public RuntimeException failure(VendorResponse response) {
    Optional<String> code = response.text("code");
    if (code.isPresent()) {
      return coded(code.get(), response);
    }
    if (!response.mediaType().equals("text/plain")) {
      return response.unrecognised(Optional.empty());
    }
    return PlainError.of(response.status(), response.body())
        .map(error -> response.refused(error.code(), Optional.empty(), Optional.of(error.text())))
        .orElseGet(() -> plain(response));
  }

  @Override
  public Optional<String> objection(VendorResponse response, boolean alone) {
    return alone && !response.scalar("success").equals(Optional.of(true))
        ? Optional.of("without saying that it is done")
        : Optional.empty();
  }

  private static RuntimeException coded(String nativeCode, VendorResponse response) {
    if (nativeCode.equals(StackAuthErrors.SECOND_FACTOR)) {
      Optional<String> attempt = attemptCode(response);
      if (attempt.isPresent()) {
        return new SecondFactorDemand(attempt.get());
      }
      return response.invalid("without the attempt code");
    }
    // The user of a valid access token is gone: routes that need one call that a schema error.
    boolean userIsGone =
        nativeCode.equals(StackAuthErrors.SCHEMA)
            && response.body().contains("auth.user must be defined");
    return userIsGone
        ? response.refused(ErrorCode.SESSION_NOT_FOUND, Optional.of(nativeCode), Optional.empty())
        : response.refusedWith(nativeCode, StackAuthErrors.TABLE);
  }

  private static Optional<String> attemptCode(VendorResponse response) {
    return response
        .json()
        .map(body -> body.get("details"))
        .filter(Map.class::isInstance)
        .map(details -> ((Map<?, ?>) details).get("attempt_code"))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** A text that is not listed is still the vendor's own where its request id comes along. */
  private static AuthException plain(VendorResponse response) {
    boolean own = response.status() >= 400 && response.status() < 500 && response.status() != 429;
    return own && response.header(REQUEST_ID).isPresent()
        ? response.refused(ErrorCode.UNKNOWN, Optional.empty(), Optional.empty())
        : response.unrecognised(Optional.empty());
  }
}
