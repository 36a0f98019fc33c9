package dev.keyway.emulator.internal.stytch.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Diagnosis;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A request that is authenticated and in shape. */
public final class StytchCall {
  private static final String BEARER = "Bearer ";

  private final Request request;
  private final Map<String, String> path;
  private final @Nullable StytchProject project;
  private final Values body;
  private final String requestId;

  StytchCall(
      Request request,
      Map<String, String> path,
      @Nullable StytchProject project,
      Values body,
      String requestId) {
    this.request = request;
    this.path = path;
    this.project = project;
    this.body = body;
    this.requestId = requestId;
  }

  /**
   * The project: authenticated, or on open routes the one that the request names.
   *
   * @throws StytchFailure {@code project_not_found} on an open route that names none
   */
  public StytchProject project() {
    return namedProject().orElseThrow(StytchError.PROJECT_NOT_FOUND::failure);
  }

  /** The project, as far as an open route names one. */
  public Optional<StytchProject> namedProject() {
    return Optional.ofNullable(project);
  }

  /** What the request's header of the Basic scheme says, be it of the project or of a client. */
  public Optional<ClientCredentials> basic() {
    return Credentials.of(request).asClient();
  }

  /** The token in the request's header of the Bearer scheme (RFC 6750). */
  public Optional<String> bearer() {
    return request
        .header("authorization")
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  /** A path parameter, decoded. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no parameter " + name);
    }
    return value;
  }

  /** A query parameter; an empty one counts as absent. */
  public Optional<String> query(String name) {
    return request.query(name).filter(value -> !value.isEmpty());
  }

  Request request() {
    return request;
  }

  public Values body() {
    return body;
  }

  /** The value of a field of the body that is required, or has one when it is absent. */
  public <T> T get(Field<T> field) {
    return body.get(field);
  }

  /** The value of a field of the body; an empty text counts as absent. */
  public <T> Optional<T> find(Field<T> field) {
    return body.find(field);
  }

  /**
   * The value of a number's field of the body.
   *
   * @throws StytchFailure {@code bad_request} if it does not fit into 32 bits
   */
  public OptionalInt whole(Field<BigDecimal> field) {
    return Bodies.whole(body, field);
  }

  String requestId() {
    return requestId;
  }

  public Instant now() {
    return project().now();
  }

  public Randomness random() {
    return project().context().random();
  }

  /** Nothing but the envelope. */
  public Response ok() {
    return ok(Json.object());
  }

  /** A body in its envelope. */
  public Response ok(ObjectNode fields) {
    return response(200, fields);
  }

  /** A body in its envelope with another status of success. */
  public Response response(int status, ObjectNode fields) {
    ObjectNode enveloped = Json.object(fields.size() + 2);
    enveloped.put("status_code", status).put("request_id", requestId).setAll(fields);
    return Response.json(status, enveloped).withDiagnosis(Diagnosis.NONE.withRequestId(requestId));
  }
}
