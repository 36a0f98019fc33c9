package dev.keyway.providers.micrometer;

import dev.keyway.ErrorCode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The names and values of tags: from short lists, so that no registry fills up. */
final class Tags {

  static final String CALLS = "keyway.calls";
  static final String REQUESTS = "keyway.requests";

  static final String OPERATION = "operation";
  static final String PROVIDER = "provider";
  static final String OUTCOME = "outcome";
  static final String METHOD = "method";
  static final String ROUTE = "route";
  static final String STATUS = "status";

  static final String SUCCESS = "success";
  private static final String NO_RESPONSE = "none";

  private Tags() {}

  /** {@code success}, or the code of the failure such as {@code invalid_credentials}. */
  static String outcome(Optional<ErrorCode> failure) {
    return failure.map(code -> code.name().toLowerCase(Locale.ROOT)).orElse(SUCCESS);
  }

  /** The HTTP status, or {@code none} without a response. */
  static String status(OptionalInt status) {
    int code = status.orElse(0);
    return code < 100 || code > 599 ? NO_RESPONSE : Integer.toString(code);
  }
}
