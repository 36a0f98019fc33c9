package dev.keyway.emulator.internal.stytch.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Diagnosis;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * How errors are told to one request.
 *
 * @param oauth whether in the form of OAuth 2.0 (RFC 6749, section 5.2), as the token endpoint does
 * @param docs the page that explains the errors of the product called
 */
record ErrorForm(boolean oauth, String docs) {
  /** The form for a request, to the route that it found, if it found one that is built. */
  static ErrorForm of(Request request, @Nullable StytchEndpoint endpoint) {
    return new ErrorForm(
        endpoint != null && endpoint.oauth(),
        request.path().startsWith("/v1/b2b/")
            ? "https://stytch.com/docs/b2b/api/errors"
            : "https://stytch.com/docs/api/errors");
  }

  /** A response in the form of an error, also for statuses that have no error of their own. */
  Response response(int status, String type, String message, String requestId) {
    ObjectNode body =
        Json.object()
            .put("status_code", status)
            .put("request_id", requestId)
            .put(oauth ? "error" : "error_type", type)
            .put(oauth ? "error_description" : "error_message", message)
            .put(oauth ? "error_uri" : "error_url", docs + "/" + status + "#" + type);
    return Response.json(status, body)
        .withErrorCode(type)
        .withDiagnosis(Diagnosis.NONE.withRequestId(requestId));
  }
}
