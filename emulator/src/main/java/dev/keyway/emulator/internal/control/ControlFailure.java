package dev.keyway.emulator.internal.control;

import dev.keyway.emulator.internal.admin.AdminError;
import dev.keyway.emulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** A request that was not carried out, and why. */
final class ControlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String reason;
  private final @Nullable String field;

  private ControlFailure(int status, String code, String reason, @Nullable String field) {
    super(reason, null, false, false);
    this.status = status;
    this.code = code;
    this.reason = reason;
    this.field = field;
  }

  /** A field of the body, or a parameter, that cannot be meant. */
  static ControlFailure invalid(String field, String reason) {
    return new ControlFailure(400, "invalid", reason, field);
  }

  static ControlFailure invalid(String reason) {
    return new ControlFailure(400, "invalid", reason, null);
  }

  /** What the path names does not exist. */
  static ControlFailure notFound(String reason) {
    return new ControlFailure(404, "not_found", reason, null);
  }

  /** What was waited for did not come. */
  static ControlFailure notArrived(String reason) {
    return new ControlFailure(404, "not_arrived", reason, null);
  }

  /** The world is in no state for it. */
  static ControlFailure conflict(String code, String reason) {
    return new ControlFailure(409, code, reason, null);
  }

  static ControlFailure of(int status, String code, String reason) {
    return new ControlFailure(status, code, reason, null);
  }

  Response response() {
    return field == null
        ? AdminError.response(status, code, reason)
        : AdminError.response(status, code, reason, field);
  }
}
