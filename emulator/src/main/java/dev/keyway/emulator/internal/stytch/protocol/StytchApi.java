package dev.keyway.emulator.internal.stytch.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dagger.Lazy;
import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.internal.http.FormValues;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.pipeline.NeutralCodes;
import dev.keyway.emulator.internal.pipeline.NotImplemented;
import dev.keyway.emulator.internal.pipeline.Pages;
import dev.keyway.emulator.internal.pipeline.RequestSubject;
import dev.keyway.emulator.internal.pipeline.RoutedRequest;
import dev.keyway.emulator.internal.pipeline.VendorApi;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.route.AnswerLoop;
import dev.keyway.emulator.internal.route.ApiDocument;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.state.Directory;
import dev.keyway.emulator.internal.state.Session;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.token.KeyPool;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stytch's protocol: route, credentials, content type, shape of the body, handler. The first
 * failure wins.
 */
public final class StytchApi implements VendorApi {
  private static final NeutralCodes NEUTRAL = NeutralCodes.beside(StytchApi.class);
  private static final String FORM = "application/x-www-form-urlencoded";

  private final AnswerLoop loop = new AnswerLoop("stytch");
  private final Directory<StytchProject> projects;
  private final Randomness random;
  private final Lazy<StytchRoutes> routes;
  private final UserObserver observer;

  @Inject
  StytchApi(
      Directory<StytchProject> projects,
      Randomness random,
      Lazy<StytchRoutes> routes,
      UserObserver observer) {
    this.projects = projects;
    this.random = random;
    this.routes = routes;
    this.observer = observer;
  }

  @Override
  public String provider() {
    return "stytch";
  }

  @Override
  public Optional<String> whereabouts() {
    return Optional.of("Stytch's API is under /v1.");
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith("/v1/") || path.equals("/v1");
  }

  @Override
  public void prepare() {
    routes.get().all().match("POST", "/v1/passwords/authenticate");
    KeyPool.RSA.prepare();
  }

  @Override
  public List<Operation> operations() {
    return routes.get().all().operations();
  }

  @Override
  public Set<String> operationIds() {
    return routes.get().all().operationIds();
  }

  @Override
  public Optional<ApiDocument> document() {
    return Optional.of(new ApiDocument(StytchDescription.get(), routes.get().all()));
  }

  @Override
  public List<EmulatedError> errors() {
    return Arrays.stream(StytchError.values()).map(error -> error.describe(provider())).toList();
  }

  @Override
  public Optional<String> neutralCode(String operation, Response response) {
    return NEUTRAL.of(operation, response);
  }

  @Override
  public RoutedRequest route(Request request) {
    RouteTable.Match<StytchEndpoint> match =
        routes.get().all().match(request.method(), request.path());
    String requestId = "request-id-test-" + random.uuid();
    Credentials credentials = Credentials.of(request);
    ErrorForm form = ErrorForm.of(request, match.found().map(Route::endpoint).orElse(null));
    // A live credential is nobody's here, whatever else the request names.
    boolean live = LiveCredentialGuard.sees(request, credentials, match.parameters());
    StytchProject project = live ? null : locate(request, credentials, match.parameters());
    return new RoutedRequest(
        project == null ? null : project.context(),
        match.found().map(Route::operation).orElse("stytch.unknown"),
        match.found().map(Route::template).orElse(request.path()),
        project != null && project.credentials().published()
            ? Optional.of(Pages.NO_OTHERS)
            : Optional.empty(),
        () -> project == null || project.mayTakeLong(),
        live
            ? () -> LiveCredentialGuard.failure().response(requestId, form)
            : () -> answer(request, match, credentials, project, requestId, form),
        status -> fault(status, requestId, form));
  }

  private @Nullable StytchProject locate(
      Request request, Credentials credentials, Map<String, String> path) {
    return projects
        .find(credentials.projectId())
        .or(() -> projects.find(path.get("project_id")))
        .or(() -> projects.find(path.get("callback_id")))
        .or(() -> request.query("public_token").flatMap(projects::find))
        .orElse(null);
  }

  private Response answer(
      Request request,
      RouteTable.Match<StytchEndpoint> match,
      Credentials credentials,
      @Nullable StytchProject project,
      String requestId,
      ErrorForm form) {
    return loop.answer(
        request,
        project == null ? null : project.lock(),
        () -> {
          try {
            return tell(
                request, project, process(request, match, credentials, project, requestId, form));
          } catch (StytchFailure failure) {
            return tell(request, project, failure.response(requestId, form));
          }
        },
        () -> fault(500, requestId, form));
  }

  private static Response tell(
      Request request, @Nullable StytchProject project, Response response) {
    if (project == null) {
      return response;
    }
    JsonNode body = RequestSubject.body(request);
    return new RequestSubject(project.users()).tell(body, () -> signedIn(project, body), response);
  }

  /** Whom the session of a request belongs to. */
  private static Optional<String> signedIn(StytchProject project, JsonNode body) {
    return Optional.ofNullable(body.path("session_token").textValue())
        .flatMap(project.sessions()::byToken)
        .or(
            () ->
                Optional.ofNullable(body.path("session_jwt").textValue())
                    .flatMap(project.verifiedTokens()::find)
                    .flatMap(claims -> project.sessions().byId(claims.sessionId())))
        .map(Session::userId);
  }

  private Response process(
      Request request,
      RouteTable.Match<StytchEndpoint> match,
      Credentials credentials,
      @Nullable StytchProject project,
      String requestId,
      ErrorForm form) {
    if (match instanceof RouteTable.WrongMethod<StytchEndpoint>) {
      throw StytchError.METHOD_NOT_ALLOWED.failure();
    }
    if (!(match instanceof RouteTable.Found<StytchEndpoint> found)) {
      throw StytchError.ROUTE_NOT_FOUND.failure();
    }
    StytchEndpoint endpoint = found.route().endpoint();
    if (endpoint == null) {
      return notImplemented(found.route().operation(), requestId, form);
    }
    if (!endpoint.open()) {
      credentials.require(project);
    }
    if (project != null) {
      project.dropForgottenAddresses();
    }
    Values body = Bodies.read(endpoint.body(), body(request, endpoint));
    StytchCall call = new StytchCall(request, found.parameters(), project, body, requestId);
    return project == null
        ? endpoint.handler().answer(call)
        : observer.during(project, () -> endpoint.handler().answer(call));
  }

  private static ObjectNode body(Request request, StytchEndpoint endpoint) {
    if (request.oversized()) {
      throw StytchError.BAD_REQUEST.failure("The body is too large.");
    }
    boolean mayHaveBody = request.method().equals("POST") || request.method().equals("PUT");
    if (!mayHaveBody || !request.hasBody()) {
      return Json.object();
    }
    if (endpoint.oauth() && request.mediaType().filter(FORM::equals).isPresent()) {
      return form(request);
    }
    // The vendor's Java SDK strips "; charset=utf-8" because the service refuses it.
    String contentType = request.header("content-type").orElse("");
    if (!contentType.equalsIgnoreCase("application/json")) {
      throw StytchError.BAD_REQUEST.failure("The content type must be application/json.");
    }
    try {
      JsonNode body = Json.readFinite(request.bodyText());
      if (body instanceof ObjectNode object) {
        return object;
      }
    } catch (Json.Malformed malformed) {
      // Told below, together with JSON that is no object.
    }
    throw StytchError.BAD_REQUEST.failure("The body must be a JSON object.");
  }

  private static ObjectNode form(Request request) {
    ObjectNode body = Json.object();
    FormValues.parse(request.bodyText())
        .forEach(
            (name, values) -> {
              if (values.size() > 1) {
                throw StytchError.BAD_REQUEST.failure("A parameter was sent more than once.");
              }
              body.put(name, values.get(0));
            });
    return body;
  }

  private static Response notImplemented(String operation, String requestId, ErrorForm form) {
    return form.response(
        501, "not_emulated", NotImplemented.hint(operation, Instead.of(operation)), requestId);
  }

  private static Response fault(int status, String requestId, ErrorForm form) {
    StytchError error = StytchError.forStatus(status);
    return form.response(
        status, error.code(), String.valueOf(error.failure().getMessage()), requestId);
  }
}
