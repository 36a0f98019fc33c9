package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RequestDocument;
import dev.keyway.emulator.internal.route.RouteEndpoint;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Problems;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a route accepts, what it may answer, and who answers it.
 *
 * @param access the access types that may call it; empty when no header is needed at all
 * @param userDeclared whether a user must be on the request
 * @param query null when any query is ignored
 * @param requiredHeaders the vendor's headers that must be there, without family
 * @param bodies null when any body is ignored; else what each access type may send
 * @param errors what it may answer beyond the errors of every route
 * @param breaksOn what makes the service itself fail
 * @param handler who answers
 */
public record StackAuthEndpoint(
    Set<AccessType> access,
    boolean userDeclared,
    @Nullable ObjectType query,
    List<String> requiredHeaders,
    @Nullable Map<AccessType, ObjectType> bodies,
    Set<KnownError> errors,
    List<String> breaksOn,
    StackAuthHandler handler)
    implements RouteEndpoint {

  @Override
  public RequestDocument request() {
    return StackAuthDescription.request(this);
  }

  /** Judges whether the caller may call, then whether the request is in form. */
  StackAuthCall accept(
      Request request,
      StackAuthHeaders headers,
      Map<String, String> path,
      Optional<JsonNode> body,
      Caller caller,
      @Nullable StackAuthProject located) {
    checkAccess(caller);
    List<String> problems = new ArrayList<>();
    if (userDeclared && caller.user() == null) {
      problems.add("auth.user must be defined");
    }
    Sent asked = readQuery(request, problems);
    for (String name : requiredHeaders) {
      if (!headers.has(name)) {
        problems.add("headers." + headers.nameOf(name) + " must be defined");
      }
    }
    Sent taken = readBody(body, caller, problems);
    if (!problems.isEmpty()) {
      throw schemaError(request, problems);
    }
    return new StackAuthCall(request, headers, path, caller, located, asked, taken);
  }

  private Sent readQuery(Request request, List<String> problems) {
    if (query == null) {
      return Sent.NOTHING;
    }
    ObjectNode sent = Json.object();
    request.query().forEach((name, values) -> sent.put(name, values.get(0)));
    return read(query, List.of(query), "query", sent, problems);
  }

  private Sent readBody(Optional<JsonNode> body, Caller caller, List<String> problems) {
    if (bodies == null) {
      return Sent.NOTHING;
    }
    if (body.isEmpty()) {
      problems.add("body must be defined");
      return Sent.NOTHING;
    }
    if (body.get().isNull()) {
      problems.add("body cannot be null");
      return Sent.NOTHING;
    }
    ObjectType type = bodies.get(caller.type() == null ? AccessType.CLIENT : caller.type());
    return type == null ? Sent.NOTHING : read(type, bodies.values(), "body", body.get(), problems);
  }

  private static Sent read(
      ObjectType type,
      Collection<ObjectType> types,
      String path,
      JsonNode sent,
      List<String> sentences) {
    Problems problems = Problems.all();
    Optional<Values> values = Validation.DIALECT.read(type, path, sent, problems);
    sentences.addAll(Validation.sentences(problems));
    return values.map(read -> new Sent(read, type, types)).orElse(Sent.NOTHING);
  }

  public static StackAuthFailure schemaError(Request request, List<String> problems) {
    String message =
        "Request validation failed on %s %s:\n  - %s"
            .formatted(request.method(), request.path(), String.join("\n  - ", problems));
    return KnownError.SCHEMA_ERROR.failure("message", message);
  }

  private void checkAccess(Caller caller) {
    if (access.isEmpty()) {
      return;
    }
    AccessType type = caller.type();
    if (type == null) {
      throw KnownError.ACCESS_TYPE_REQUIRED.failure();
    }
    if (!access.contains(type)) {
      ObjectNode details = Json.object().put("actual_access_type", type.wireName());
      access.stream().sorted().forEach(allowed -> addTo(details, allowed));
      throw KnownError.INSUFFICIENT_ACCESS_TYPE.failure(details);
    }
  }

  private static void addTo(ObjectNode details, AccessType allowed) {
    details.withArray("allowed_access_types").add(allowed.wireName());
  }
}
