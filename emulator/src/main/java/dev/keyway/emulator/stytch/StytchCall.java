package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.Randomness;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Exchange;
import dev.keyway.emulator.http.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is authenticated and in shape. */
final class StytchCall {
  private final Exchange exchange;
  private final Map<String, String> path;
  private final @Nullable StytchProject project;
  private final Fields body;
  private final String requestId;

  StytchCall(
      Exchange exchange,
      Map<String, String> path,
      @Nullable StytchProject project,
      ObjectNode body,
      String requestId) {
    this.exchange = exchange;
    this.path = path;
    this.project = project;
    this.body = new Fields(body);
    this.requestId = requestId;
  }

  /**
   * The project: authenticated, or on open routes the one that the request names.
   *
   * @throws StytchFailure {@code project_not_found} on an open route that names none
   */
  StytchProject project() {
    return namedProject().orElseThrow(StytchError.PROJECT_NOT_FOUND::failure);
  }

  /** The project, as far as an open route names one. */
  Optional<StytchProject> namedProject() {
    return Optional.ofNullable(project);
  }

  /** A path parameter, decoded. */
  String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no parameter " + name);
    }
    return value;
  }

  /** A query parameter; an empty one counts as absent. */
  Optional<String> query(String name) {
    return exchange.query(name).filter(value -> !value.isEmpty());
  }

  Exchange exchange() {
    return exchange;
  }

  Fields body() {
    return body;
  }

  String requestId() {
    return requestId;
  }

  Instant now() {
    return project().now();
  }

  Randomness random() {
    return project().environment().random();
  }

  /** Nothing but the envelope. */
  Answer ok() {
    return ok(Json.object());
  }

  /** A body in its envelope. */
  Answer ok(ObjectNode fields) {
    return answer(200, fields);
  }

  /** A body in its envelope with another status of success. */
  Answer answer(int status, ObjectNode fields) {
    ObjectNode enveloped = Json.object().put("status_code", status).put("request_id", requestId);
    enveloped.setAll(fields);
    return Answer.json(status, enveloped);
  }
}
