package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.Randomness;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Json;

/** What every body holds: its status, and an id of the request. */
final class Envelope {
  private final String requestId;

  private Envelope(String requestId) {
    this.requestId = requestId;
  }

  /** The envelope of one request. */
  static Envelope fresh(Randomness random) {
    return new Envelope("request-id-test-" + random.uuid());
  }

  Answer success(int status, ObjectNode fields) {
    return Answer.json(status, head(status).setAll(fields));
  }

  Answer failure(StytchError error, String words) {
    return failure(error.status(), error.type(), words);
  }

  /** An error that is not in the table. */
  Answer failure(int status, String type, String words) {
    ObjectNode body =
        head(status)
            .put("error_type", type)
            .put("error_message", words)
            .put("error_url", "https://stytch.com/docs/api/errors/" + status + "#" + type);
    return Answer.json(status, body).withErrorCode(type);
  }

  private ObjectNode head(int status) {
    return Json.object().put("status_code", status).put("request_id", requestId);
  }
}
