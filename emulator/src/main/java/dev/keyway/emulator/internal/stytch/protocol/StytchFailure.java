package dev.keyway.emulator.internal.stytch.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;

/** Ends a request with an error. */
public final class StytchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StytchError error;

  StytchFailure(StytchError error, String message) {
    // Control flow, not a defect: a stack trace would cost more than the request.
    super(message, null, false, false);
    this.error = error;
  }

  StytchError error() {
    return error;
  }

  /** The response; {@code docs} is the page that explains the errors of the product called. */
  Response response(String requestId, String docs) {
    return response(error.status(), error.code(), String.valueOf(getMessage()), requestId, docs);
  }

  /** A response in the form of an error, also for statuses that have no error of their own. */
  static Response response(int status, String type, String message, String requestId, String docs) {
    ObjectNode body =
        Json.object()
            .put("status_code", status)
            .put("request_id", requestId)
            .put("error_type", type)
            .put("error_message", message)
            .put("error_url", docs + "/" + status + "#" + type);
    return Response.json(status, body).withErrorCode(type);
  }
}
